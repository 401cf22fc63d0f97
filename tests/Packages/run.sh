#!/usr/bin/env bash
# Packs the packages and uses them outside the repository, from a temporary folder.
# Arguments, such as --no-build, are passed to dotnet pack. The results of the tests (*.trx) are stored in the folder RESULTS, if it is set.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
export CI=true DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export PACKAGES=$temp/packages
results=${RESULTS:-$temp/results}

dotnet pack "$root/Msp.Customers.sln" -m:1 --configuration Release --output "$PACKAGES" "$@"
cp -r "$here/." "$root/Directory.Packages.props" "$temp"

# Prints the first block of C# below a heading of a document.
block() { awk -v heading="## $2" '$0 == heading { below = 1 } inside && /^```/ { exit } inside { print } below && /^```csharp/ { inside = 1 }' "$root/$1"; }
{ block README.md 'The first program'; echo 'return await customers.CountAsync() == 1 ? 0 : 1;'; } >"$temp/TenLines/Program.cs"
cat - <(block docs/storage.md 'Your own tables') >"$temp/OwnStorage/OwnCustomers.cs" <<'END'
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Ardalis.Specification;
using Msp.Customers;
using Msp.Customers.ChangeLog;
using Msp.Customers.Names;
using Msp.Customers.Storage;
END

# These packages come from the folder only. All others come from the sources of this machine.
sources=$(dotnet nuget list source | sed -n 's/^ *[0-9]*\. *\(.*\) \[Enabled\]$/    <packageSource key="\1"><package pattern="*" \/><\/packageSource>/p')
cat >"$temp/nuget.config" <<END
<configuration>
  <packageSources>
    <add key="packed" value="packages" />
  </packageSources>
  <packageSourceMapping>
    <clear />
    <packageSource key="packed"><package pattern="Msp.Customers*" /></packageSource>
$sources
  </packageSourceMapping>
</configuration>
END

cd "$temp"
dotnet build Packages.slnx
(cd TenLines && dotnet run --no-build)
dotnet test Packages.slnx --no-build --logger trx --results-directory "$results"

# Compiles a program ahead of time, without a warning.
linker=$(command -v clang || command -v gcc) || { echo 'A program that is compiled ahead of time is linked by clang or gcc; neither was found.'; exit 1; }
dotnet publish NativeHost --use-current-runtime -p:CppCompilerAndLinker="${linker##*/}" --output native
native/NativeHost

# Fails when one of the three test projects ran no test.
for project in Contents NUnitHost XunitHost; do
  grep -qs "storage=.*/$project.dll" -i "$results"/*.trx || { echo "No test of $project ran."; exit 1; }
done
