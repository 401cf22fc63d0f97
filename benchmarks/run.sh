#!/usr/bin/env bash
# Runs every benchmark and writes its figures into docs/benchmarks.md, between the lines that name them. Wants a machine that does nothing else.
# A folder with the package Ardalis.Specification as its one argument has that measured too.
set -euo pipefail
cd "$(dirname "$0")/.."
figures=$(mktemp -d)

library() {
  dotnet run -c Release --project benchmarks/Msp.Customers.Benchmarks "${@:2}" -- --filter "$1" --job short --artifacts "$figures/artifacts" >&2
}

tables() {
  grep '^|' "$1" | sed 's/\*\*//g; s/ *$//'
}

library '*'
for report in "$figures"/artifacts/results/*-report-github.md; do
  name=${report##*/Msp.Customers.Benchmarks.}
  tables "$report" >"$figures/${name%-report-github.md}"
done
sed -n '/^BenchmarkDotNet/,/^ *\[Host\]/p' "$figures/artifacts/results/"*DraftChecking-report-github.md | sed 's/^ *\[Host\] *: */Runtime /; s/ *$//; s/^/    /' >"$figures/machine"
{
  postgres=$(ls /usr/lib/postgresql/*/bin/postgres 2>/dev/null | tail -1 || command -v postgres)
  echo "    $("$postgres" --version)"
  echo "    $(date -u +%F), commit $(git rev-parse --short HEAD)"
} >>"$figures/machine"

if [ $# -gt 0 ]; then
  library '*SpecificationInMemory*' -p:UseArdalisSpecification=true -p:RestoreAdditionalProjectSources="$1"
  tables "$figures/artifacts/results/"*SpecificationInMemory-report-github.md >"$figures/SpecificationInMemory-Ardalis"
else
  echo 'Not measured in this run: the package was not at hand.' >"$figures/SpecificationInMemory-Ardalis"
fi

for what in startup listing saving pages import posting many; do
  dotnet run -c Release --project benchmarks/Msp.Customers.StorageBenchmarks -- $what | tee /dev/stderr >"$figures/$what"
done

page=$figures/page
awk -v figures="$figures" '
  /^<!-- end -->/ { print ""; inside = 0 }
  !inside
  /^<!-- figures of / {
    print ""
    inside = 1
    file = figures "/" $4
    while ((status = (getline line < file)) > 0) print line
    if (status < 0) { print "No figures of " $4 "." > "/dev/stderr"; exit 1 }
  }' docs/benchmarks.md | cat -s >"$page"
cp "$page" docs/benchmarks.md
