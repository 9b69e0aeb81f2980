from hypothesis import given
from hypothesis import strategies as st

from ssl_core.cluster.lineage import match


def test_unchanged_clusters_keep_their_ids_in_any_order():
    assert match({4: {1, 2, 3}, 7: {4, 5, 6}}, [{4, 5, 6}, {1, 2, 3}], 8) == [7, 4]


def test_a_new_cluster_gets_a_new_id_and_a_lost_id_never_returns():
    assert match({1: {1, 2}, 2: {3, 4}}, [{1, 2}, {9, 10}], 3) == [1, 3]
    assert match({}, [{1}, {2}], 12) == [12, 13]
    assert match({5: {1}}, [], 6) == []


def test_a_split_cluster_leaves_its_id_to_the_larger_part():
    assert match({1: {1, 2, 3, 4, 5, 6}}, [{5, 6}, {1, 2, 3, 4}], 2) == [2, 1]


def test_merged_clusters_keep_the_id_of_the_larger():
    assert match({1: {1, 2}, 2: {3, 4, 5, 6}}, [{1, 2, 3, 4, 5, 6}], 3) == [2]


def test_many_new_photos_do_not_take_the_name_away():
    assert match({1: {1, 2, 3}}, [{1, 2, 3, *range(100, 200)}], 2) == [1]


def test_the_best_total_overlap_wins():
    # 1 overlaps both, 6/13 and 4/10; 2 only the first, 3/9. The best pair alone would orphan 2.
    old = {1: set(range(10)), 2: {20, 21, 22}}
    new = [set(range(6)) | {20, 21, 22}, set(range(6, 10))]
    assert match(old, new, 3) == [2, 1]


def test_a_faint_overlap_is_another_cluster():
    assert match({1: set(range(10))}, [{9, 10, 11, 12}, set(range(9))], 2) == [2, 1]
    old = {1: set(range(10)), 2: set(range(10, 20))}
    assert match(old, [{0, 10}, set(range(1, 10)) | set(range(11, 20))], 3)[0] == 3


clusters = st.lists(st.sets(st.integers(0, 30), min_size=1), max_size=6)


@given(clusters, clusters)
def test_ids_are_unique_and_new_ones_start_at_next_id(before, after):
    old = dict(enumerate(before, start=1))
    ids = match(old, after, 100)
    assert len(set(ids)) == len(after)
    assert all(each in old or each >= 100 for each in ids)
    fresh = [each for each in ids if each >= 100]
    assert fresh == list(range(100, 100 + len(fresh)))
    assert match(old, after, 100) == ids
