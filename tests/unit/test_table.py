import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery_app.errors import UserError
from gallery_app.exports.table import (
    COLUMNS,
    TagRow,
    csv_bytes,
    json_bytes,
    read_tags_csv,
)

CELL = st.text(st.characters(exclude_categories=("C",)), min_size=1).filter(
    lambda text: text == text.strip()
)
ROWS = [
    TagRow(Path("/p/a.jpg"), "Places/Paris", "hand", created="2026-11-23T08:00:00+00:00"),
    TagRow(Path("/p/a.jpg"), "night", "suggestion", 0.75, "lite0"),
    TagRow(Path("/p/b,c.jpg"), '=1+1 "x"', "file"),
]


def written(folder: Path, data: bytes) -> Path:
    path = folder / "tags.csv"
    path.write_bytes(data)
    return path


def test_csv_has_the_promised_header_and_every_fact():
    lines = csv_bytes(ROWS).decode().splitlines()
    assert lines[0] == ",".join(COLUMNS) == "path,tag,source,probability,model,created"
    assert lines[1] == "/p/a.jpg,Places/Paris,hand,,,2026-11-23T08:00:00+00:00"
    assert lines[2] == "/p/a.jpg,night,suggestion,0.75,lite0,"


def test_csv_imports_back_exactly_even_what_looks_like_a_formula(tmp_path):
    path = written(tmp_path, csv_bytes(ROWS))
    assert read_tags_csv(path) == [
        (line, str(row.path), row.tag) for line, row in enumerate(ROWS, start=2)
    ]


@given(st.lists(st.tuples(CELL, CELL), min_size=1))
def test_any_path_and_tag_round_trip(tmp_path_factory, pairs):
    rows = [TagRow(Path("/" + path), tag) for path, tag in pairs]
    path = written(tmp_path_factory.mktemp("csv"), csv_bytes(rows))
    assert [pair[1:] for pair in read_tags_csv(path)] == [(str(row.path), row.tag) for row in rows]


def test_a_name_that_is_not_unicode_does_not_spoil_the_table(tmp_path):
    path = written(tmp_path, csv_bytes([TagRow(Path("/\udcff.jpg"), "a"), ROWS[0]]))
    assert read_tags_csv(path)[1] == (3, "/p/a.jpg", "Places/Paris")


def test_json_groups_tags_by_photo():
    photos = json.loads(json_bytes(ROWS))
    assert [photo["path"] for photo in photos] == ["/p/a.jpg", "/p/b,c.jpg"]
    assert photos[0]["tags"][1] == {
        "tag": "night",
        "source": "suggestion",
        "probability": 0.75,
        "model": "lite0",
        "created": "",
    }


def test_json_of_nothing_is_an_empty_list():
    assert json.loads(json_bytes([])) == []


@pytest.mark.parametrize(
    "text",
    [
        "tag,note,path\nA,x,p.jpg\nB,,q.jpg\n",
        "\ufeffpath;tag\r\np.jpg;A\r\nq.jpg;B\r\n",
        "Path\tTag\np.jpg\tA\nq.jpg\t B \n",
    ],
)
def test_columns_in_any_order_delimiter_and_byte_order_mark(tmp_path, text):
    path = written(tmp_path, text.encode())
    assert read_tags_csv(path) == [(2, "p.jpg", "A"), (3, "q.jpg", "B")]


def test_line_numbers_count_quoted_line_breaks_and_blank_lines(tmp_path):
    path = written(tmp_path, b'path,tag\n"p\nq.jpg",A\n\nr.jpg,B\n')
    assert read_tags_csv(path) == [(2, "p\nq.jpg", "A"), (5, "r.jpg", "B")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"path,tag\n", "no rows"),
        (b"file,label\na,b\n", "line 1: there is no column “path” and “tag”"),
        (b"path,label\na,b\n", "line 1: there is no column “tag”"),
        (b"path,tag\na,b\n\xff,c\n", "line 3: this is not UTF-8"),
        ("path,tag\n".encode("utf-16"), "not UTF-8"),
        (b'path,tag\na,"b\n', "line 2: this is not CSV"),
        (b"path,tag\na,b\n,c\n", "line 3: the path or the tag is empty"),
        (b"path,tag\na,b\nc\n", "line 3: the path or the tag is empty"),
    ],
)
def test_a_bad_table_says_file_line_and_remedy(tmp_path, data, said):
    path = written(tmp_path, data)
    with pytest.raises(UserError, match=said) as caught:
        read_tags_csv(path)
    assert str(path) in str(caught.value)


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(UserError, match=r"gone\.csv"):
        read_tags_csv(tmp_path / "gone.csv")
    with pytest.raises(UserError):
        read_tags_csv(tmp_path)
