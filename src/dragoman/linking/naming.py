"""Events named after their leaders, with a reason for every other report."""

from collections import defaultdict, deque
from collections.abc import Iterable

from dragoman.linking.grouping import Group
from dragoman.linking.joint import Leader
from dragoman.linking.score import explain
from dragoman.linking.traits import Traits


def name_leaders(events: Iterable[Group]) -> dict[str, Leader]:
    """The leader of every report.

    The links of an event form a tree; seen from the leader, each other report is joined to the one before it.

    Args:
        events: groups that are final.

    """
    leaders: dict[str, Leader] = {}
    for event in events:
        first = min(event.members, key=lambda member: member.rank)
        beside: dict[str, list[Traits]] = defaultdict(list)
        for one, other in event.links:
            beside[one.report.report_id].append(other)
            beside[other.report.report_id].append(one)
        leader_id = first.report.report_id
        leaders[leader_id] = Leader(report_id=leader_id, joint=None)
        waiting = deque([first])
        while waiting:
            known = waiting.popleft()
            for traits in beside[known.report.report_id]:
                if traits.report.report_id not in leaders:
                    leaders[traits.report.report_id] = Leader(report_id=leader_id, joint=explain(traits, known))
                    waiting.append(traits)
    return leaders
