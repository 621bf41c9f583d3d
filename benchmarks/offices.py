"""How much of the time since 2000 the register covers, and what contradicts itself in it.

python benchmarks/offices.py            the table of docs/offices.md: share of days with a holder
python benchmarks/offices.py --gaps     the days without a holder, by state and post
python benchmarks/offices.py --names    how many different persons each matching key takes for one
"""

import argparse
from collections import defaultdict
from datetime import date, timedelta

from dragoman.gazetteer.merge_tenures import find_conflicts
from dragoman.gazetteer.name_keys import bone_key, plain_key, sound_key
from dragoman.gazetteer.office_coverage import POSTS_COVERED, find_gaps, measure_coverage
from dragoman.gazetteer.register import load_register
from dragoman.gazetteer.seed import KEPT_UNTIL

SINCE = date(2000, 1, 1)


def main() -> None:
    """Print what the options ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gaps", action="store_true")
    parser.add_argument("--names", action="store_true")
    chosen = parser.parse_args()
    if chosen.names:
        print_names()
    elif chosen.gaps:
        print_gaps()
    else:
        print_table()


def print_table() -> None:
    """Per cent of the days with a holder, by state and post."""
    table = measure_coverage(SINCE, KEPT_UNTIL)
    print(f"| state | {' | '.join(POSTS_COVERED)} |")
    print("|---" * (len(POSTS_COVERED) + 1) + "|")
    for code, shares in table.items():
        print(f"| {code} | {' | '.join(f'{share:.0%}' for share in shares)} |")
    means = [sum(shares[at] for shares in table.values()) / len(table) for at in range(len(POSTS_COVERED))]
    print(f"| **{len(table)} states** | {' | '.join(f'**{mean:.1%}**' for mean in means)} |")
    register = load_register()
    print(f"\n{len(register.persons)} persons, {len(register.tenures)} tenures from {SINCE} to {KEPT_UNTIL}")
    print(f"conflicts: {len(find_conflicts(register))}")


def print_gaps() -> None:
    """Days without a holder."""
    for code, post, first, last in find_gaps(SINCE, KEPT_UNTIL):
        if last - first > timedelta(days=3):
            print(code, post, first, last)


def print_names() -> None:
    """Names of two pieces or more that different persons share under each key."""
    for key in (plain_key, sound_key, bone_key):
        bearers: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for person in load_register().persons.values():
            for name in (person.name, *person.aliases):
                if len(key(name)) > 1:
                    bearers[key(name)].add(person.name)
        shared = [sorted(names) for names in bearers.values() if len(names) > 1]
        print(f"{key.__name__}: {len(bearers)} names, {len(shared)} of several persons", shared[:8])


if __name__ == "__main__":
    main()
