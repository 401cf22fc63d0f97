#!/usr/bin/env bash
# Packs the packages and tries them as a stranger would: outside the repository, from a folder, with nothing else of it.
# Arguments go to dotnet pack, such as --no-build. The results of the tests (*.trx) are put into the folder that RESULTS names, if any.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
outside=$(mktemp -d)
trap 'rm -rf "$outside"' EXIT
export CI=true DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export PACKAGES=$outside/packages
results=${RESULTS:-$outside/results}

dotnet pack "$root/Msp.Customers.sln" -m:1 --configuration Release --output "$PACKAGES" "$@"
cp -r "$here/." "$root/Directory.Packages.props" "$outside"

# The first block of C# below a heading of a document.
block() { awk -v heading="## $2" '$0 == heading { below = 1 } inside && /^```/ { exit } inside { print } below && /^```csharp/ { inside = 1 }' "$root/$1"; }
{ block README.md 'The first program'; echo 'return await customers.CountAsync() == 1 ? 0 : 1;'; } >"$outside/TenLines/Program.cs"
cat - <(block docs/storage.md 'Your own tables') >"$outside/OwnStorage/OwnCustomers.cs" <<'END'
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Ardalis.Specification;
using Msp.Customers;
using Msp.Customers.ChangeLog;
using Msp.Customers.Names;
using Msp.Customers.Storage;
END

# These packages come from the folder and from nowhere else; all others from where this machine has them from.
sources=$(dotnet nuget list source | sed -n 's/^ *[0-9]*\. *\(.*\) \[Enabled\]$/    <packageSource key="\1"><package pattern="*" \/><\/packageSource>/p')
cat >"$outside/nuget.config" <<END
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

cd "$outside"
dotnet build Packages.slnx
(cd TenLines && dotnet run --no-build)
dotnet test Packages.slnx --no-build --logger trx --results-directory "$results"

# Compiled ahead of time, without a warning.
linker=$(command -v clang || command -v gcc) || { echo 'A program that is compiled ahead of time is linked by clang or gcc; neither is there.'; exit 1; }
dotnet publish NativeHost --use-current-runtime -p:CppCompilerAndLinker="${linker##*/}" --output native
native/NativeHost

# Each of the three test projects ran something, or it proved nothing.
for project in Contents NUnitHost XunitHost; do
  grep -qs "storage=.*/$project.dll" -i "$results"/*.trx || { echo "No test of $project ran."; exit 1; }
done
