"""The errors of ``ssl_core``, each with one sentence for people."""


class CoreError(Exception):
    """Base of every error raised on purpose here; its text names the file and the next step."""


class EncoderError(CoreError):
    """An encoder, its model card or a checkpoint cannot be used as it is."""


class VectorsError(CoreError):
    """Vectors have a shape or values that no search or fit can work with."""


class TrainingError(CoreError):
    """A training cannot start or go on as asked."""
