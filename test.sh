#!/usr/bin/env bash
# Builds everything and runs every test. Ends with one line: N passed, N failed, N skipped.
# Options are handed to `dotnet test`, for example: ./test.sh --filter FullyQualifiedName~Dates
set -u
cd "$(dirname "$0")"

if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
  echo "The tests need the .NET 10 SDK, which is not on this machine: https://dotnet.microsoft.com/download" >&2
  exit 1
fi

# Everything else that the tests need comes as NuGet packages with the restore, and runs inside the test processes.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# One project after the other: the tests of the Discord client and the bot keep real time, and should not compete for it.
dotnet build NewsBot.sln && dotnet test NewsBot.sln --no-build -m:1 --results-directory "$results" --logger trx "$@"
status=$?

counted() { cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*>" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ sum += $1 } END { print sum + 0 }'; }
total=$(counted total)
passed=$(counted passed)
executed=$(counted executed)
failed=$((executed - passed))
[ "$status" -eq 0 ] && [ "$executed" -gt 0 ] && [ "$failed" -eq 0 ] || status=1
echo "$passed passed, $failed failed, $((total - executed)) skipped"
exit $status
