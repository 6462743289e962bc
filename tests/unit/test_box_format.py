import hashlib
import os
from pathlib import Path

import pytest

from tests.unit import box_reader as reader
from tests.unit import box_vectors as vectors

DOCUMENT = Path(__file__).parents[2] / "docs" / "box-format.md"
VECTORS = vectors.load()
SECRET = "bread milk rice lemons soap"
PIECES = (("00112233445566aa", b"\xff\xd8 a picture"), ("ffeeddccbbaa9988", b""))
SPACE = reader.Space(
    "a line", "/p/0", "code", 0, 1, (reader.Companion(1, 2, bytes(range(32))),), PIECES
)


@pytest.fixture(scope="module")
def box() -> bytearray:
    box = reader.new_box(os.urandom, cover='{"items":[]}')
    reader.add_space(box, SECRET, 3, SPACE, os.urandom)
    return box


@pytest.mark.parametrize("vector", VECTORS, ids=lambda each: each["about"])
def test_the_inputs_of_a_vector_give_its_file(vector: vectors.BoxVector) -> None:
    assert hashlib.sha256(vectors.build(vector)).hexdigest() == vector["sha256"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda each: each["about"])
def test_each_secret_of_a_vector_opens_what_the_vector_says(vector: vectors.BoxVector) -> None:
    box = vectors.build(vector)
    assert reader.cover_data(box) == vector["cover"]
    for secret, expected in vector["opens"].items():
        space = reader.open_space(box, secret)
        assert space is not None
        found = {name: getattr(space, name) for name in expected}
        if "pieces" in found:
            found["pieces"] = [[name, piece.hex()] for name, piece in found["pieces"]]
        assert found == expected


@pytest.mark.parametrize("vector", VECTORS, ids=lambda each: each["about"])
def test_each_header_and_body_of_a_vector_is_the_frozen_one(vector: vectors.BoxVector) -> None:
    box = vectors.build(vector)
    for each in vector["copies"]:
        start = reader.offset(vector["size"], each["region"], each["copy"])
        assert vectors.kek_for(each, box[:32]).hex() == each["kek"]
        assert box[start : start + 96].hex() == each["header"]
        body = box[start + 96 : start + each["size"]]
        assert hashlib.sha256(body).hexdigest() == each["body_sha256"]


def test_what_is_written_is_read_again(box: bytearray) -> None:
    assert reader.open_space(bytes(box), SECRET) == SPACE
    assert reader.cover_data(bytes(box)) == '{"items":[]}'


def test_another_secret_opens_nothing(box: bytearray) -> None:
    assert reader.open_space(bytes(box), SECRET + "s") is None


def test_a_secret_is_the_same_in_every_unicode_form(box: bytearray) -> None:
    wide = "".join(chr(ord(each) + 0xFEE0) if each != " " else each for each in SECRET)
    assert reader.open_space(bytes(box), wide) == SPACE


def test_with_the_newer_copy_torn_the_older_one_is_read() -> None:
    salt = os.urandom(32)
    box = bytearray(salt + os.urandom(reader.file_bytes(reader.SIZES[0]) - 32))
    kek = reader.cover_kek(salt)
    for copy, text in enumerate((b"older", b"newer")):
        streams = (reader.deflate(b""), reader.deflate(text))
        place = reader.Place(0, copy, reader.SIZES[0])
        reader.write_copy(box, kek, place, copy + 5, streams, os.urandom)
    assert reader.cover_data(bytes(box)) == "newer"
    box[reader.offset(reader.SIZES[0], 0, 1) + 5_000] ^= 1
    assert reader.cover_data(bytes(box)) == "older"


def test_a_header_without_a_sound_body_is_broken_not_foreign(box: bytearray) -> None:
    torn = bytearray(box)
    for copy in (0, 1):
        torn[reader.offset(reader.SIZES[0], 3, copy) + 200] ^= 1
    with pytest.raises(reader.BrokenBox):
        reader.open_space(bytes(torn), SECRET)


def test_a_box_does_not_show_how_many_spaces_it_holds(box: bytearray) -> None:
    """Every region deflates as badly and has as even bytes as one that was never used."""
    size = reader.SIZES[0]
    for region in range(5):
        start = reader.offset(size, region, 0)
        part = bytes(box[start : start + 2 * size])
        assert len(reader.deflate(part)) > len(part)
        counts = [part.count(value) for value in range(256)]
        expected = len(part) / 256
        chi_squared = sum((count - expected) ** 2 / expected for count in counts)
        # 255 degrees of freedom: a fair file leaves this range once in about ten million.
        assert 140 < chi_squared < 390


@pytest.mark.parametrize(
    "number", ["65536", "262144", "4194304", "33554432", "2621472", "region 0", "NFKC", "1024"]
)
def test_the_document_states_every_number_this_reader_uses(number: str) -> None:
    assert number in DOCUMENT.read_text("utf-8").replace(",", "")
