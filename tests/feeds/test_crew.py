"""Many hosts at a time, one request at a time on each."""

import threading

from dragoman.feeds import Crew


def test_each_item_has_its_result_and_no_host_two_at_a_time() -> None:
    busy, most, lock = dict[str, int](), dict[str, int](), threading.Lock()

    def work(item: str) -> str:
        host = item[0]
        with lock:
            busy[host] = busy.get(host, 0) + 1
            most[host] = max(most.get(host, 0), busy[host])
        with lock:
            busy[host] -= 1
        return item.upper()

    items = [f"{host}{number}" for number in range(20) for host in "abc"]
    results = list(Crew(work, host=lambda item: item[0], threads=2).map(items, until=lambda: False))
    assert dict(results) == {item: item.upper() for item in items} and set(most.values()) == {1}
    assert [item for item, _ in results if item[0] == "a"] == [f"a{number}" for number in range(20)]


def test_a_slow_host_holds_up_no_other() -> None:
    release = threading.Event()
    crew = Crew(lambda item: item != "slow" or release.wait(30), host=str, threads=2)
    crew.give("slow")
    for item in "abc":
        crew.give(item)
    assert {taken[0] for _ in range(3) if (taken := crew.take(30))} == {"a", "b", "c"}
    crew.give("d")
    assert crew.take(30) == ("d", True) and crew.in_hand == 1
    release.set()
    assert crew.take(30) == ("slow", True) and crew.take(0) is None and crew.in_hand == 0


def test_once_ended_nothing_new_is_begun() -> None:
    begun = list[int]()
    crew: Crew[int, None] = Crew(begun.append, host=lambda _: 0, threads=1)
    results = crew.map(range(1_000), until=lambda: len(begun) > 3)
    assert len(list(results)) < 1_000
    assert len(begun) < 1_000


def test_the_end_can_be_asked_for_while_a_host_is_slow() -> None:
    release, ended = threading.Event(), threading.Event()
    results = Crew(lambda _: release.wait(30), host=str, threads=1).map(["a"], until=ended.is_set)
    ended.set()
    assert list(results) == []
    release.set()
