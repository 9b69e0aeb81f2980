"""The textbook methods that the tagger is measured against, each (rows, shown, labels) → choice."""

import warnings
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression, LogisticRegressionCV
from sklearn.neighbors import KNeighborsClassifier
from sklearn.semi_supervised import LabelSpreading

from ssl_core.vectors import normalise

Choice = NDArray[np.int64]
GRID = (1, 10, 100)
FIXED = 10.0
"""C where one label a class leaves nothing to validate on."""

MOST_FOLDS = 3


def logistic(rows: NDArray, shown: NDArray, labels: NDArray) -> Choice:
    """Logistic regression, C tuned by cross-validation where every class has two labels."""
    near = span(rows, shown)
    folds = min(MOST_FOLDS, int(np.bincount(labels[shown]).min()))
    model = LogisticRegression(C=FIXED, max_iter=200)
    if folds > 1:
        model = LogisticRegressionCV(
            Cs=GRID,
            cv=folds,
            max_iter=200,
            l1_ratios=(0,),
            scoring="accuracy",
            use_legacy_attributes=False,
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return model.fit(near[shown], labels[shown]).predict(near)


def prototype(rows: NDArray, shown: NDArray, labels: NDArray) -> Choice:
    """The class whose mean is nearest."""
    means = [rows[shown[labels[shown] == each]].mean(axis=0) for each in range(labels.max() + 1)]
    return (rows @ normalise(np.stack(means)).T).argmax(axis=1)


def nearest(rows: NDArray, shown: NDArray, labels: NDArray) -> Choice:
    """k-NN weighted by distance, k the labels of a class, at most 5."""
    k = min(5, len(shown) // (labels.max() + 1))
    model = KNeighborsClassifier(k, metric="cosine", weights="distance" if k > 1 else "uniform")
    return model.fit(rows[shown], labels[shown]).predict(rows)


def spreading(rows: NDArray, shown: NDArray, labels: NDArray) -> Choice:
    """LabelSpreading on a 10-NN graph."""
    partial = np.full(len(labels), -1)
    partial[shown] = labels[shown]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # photos that no label reaches
        model = LabelSpreading(kernel="knn", n_neighbors=10, alpha=0.8, max_iter=200).fit(
            rows, partial
        )
    return np.nan_to_num(model.label_distributions_).argmax(axis=1)


def one_against_rest(rows: NDArray, shown: NDArray, said: NDArray[np.bool_]) -> NDArray:
    """Scores of one logistic regression a tag; what was not said counts as no.

    Args:
        rows: ``(N, D)``.
        shown: ``(L,)`` rows with a tag.
        said: ``(L, T)``.
    """
    near = span(rows, shown)
    models = (LogisticRegression(C=FIXED, max_iter=200).fit(near[shown], one) for one in said.T)
    return np.stack([model.decision_function(near) for model in models], axis=1)


def span(rows: NDArray, shown: NDArray) -> NDArray[np.float64]:
    """Rows in the span of the labelled ones: the same model, fitted many times as fast."""
    return rows @ np.linalg.qr(rows[shown].T.astype(np.float64))[0]


METHODS: dict[str, Callable[[NDArray, NDArray, NDArray], Choice]] = {
    "logistic regression": logistic,
    "prototype": prototype,
    "k-NN": nearest,
    "LabelSpreading": spreading,
}
