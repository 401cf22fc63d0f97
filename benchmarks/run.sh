#!/usr/bin/env bash
# Runs every benchmark and writes its figures into docs/benchmarks.md, between the marks of each benchmark. Needs a machine without other load.
set -euo pipefail
cd "$(dirname "$0")/.."
figures=$(mktemp -d)
echo "Figures in $figures" >&2
commit=$(git describe --always --dirty)
if [ -n "${MSP_CUSTOMERS_POSTGRESQL:-}" ]; then
  postgres='PostgreSQL of MSP_CUSTOMERS_POSTGRESQL'
else
  postgres=$("$(ls /usr/lib/postgresql/*/bin/postgres 2>/dev/null | sort -V | tail -1 || command -v postgres)" --version)
fi

library() {
  dotnet run -c Release --project benchmarks/Msp.Customers.Benchmarks -- --filter "$1" --job short --artifacts "$2" >&2
}

tables() {
  grep '^|' "$1" | sed 's/\*\*//g; s/ *$//'
}

library '*' "$figures/artifacts"
for report in "$figures"/artifacts/results/*-report-github.md; do
  name=${report##*/Msp.Customers.Benchmarks.}
  tables "$report" >"$figures/${name%-report-github.md}"
done
{
  sed -n '/^BenchmarkDotNet/,/^ *\[Host\]/p' "$figures"/artifacts/results/*.DraftChecking-report-github.md | sed 's/^ *\[Host\] *: */Runtime /; s/ *$//; s/^/    /'
  echo "    $postgres"
  echo "    $(date -u +%F), commit $commit"
} >"$figures/machine"

for what in startup listing saving pages lists import posting delivery history many; do
  dotnet run -c Release --project benchmarks/Msp.Customers.StorageBenchmarks -- $what | tee /dev/stderr >"$figures/$what"
done

awk -v figures="$figures" '
  /^<!-- end -->/ { if (inside) print ""; inside = 0 }
  !inside
  /^<!-- figures of / {
    file = figures "/" $4
    if ((getline line < file) <= 0) {
      print "No figures of " $4 "." > "/dev/stderr"
      exit 1
    }
    print ""
    do print line; while ((getline line < file) > 0)
    inside = 1
  }' docs/benchmarks.md | cat -s >"$figures/page"
cp "$figures/page" docs/benchmarks.md
rm -r "$figures"
