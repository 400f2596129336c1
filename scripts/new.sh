# shellcheck shell=bash
# ./trt new usecase|button|model: the files that such a thing begins with, in the form of the house.

trt_new() {
  local kind=${1:-}
  case " $* " in *' -h '* | *' --help '*) new_usage && return ;; esac
  [ $# -gt 0 ] && shift
  case $kind in
    usecase | button | model)
      if [ $# -ne 1 ]; then
        complain "./trt new $kind takes one name."
        new_usage >&2
        return 2
      fi
      "new_$kind" "$1"
      ;;
    '')
      new_usage >&2
      return 2
      ;;
    *)
      complain "There is nothing new of the kind '$kind'."
      new_usage >&2
      return 2
      ;;
  esac
}

new_usage() {
  cat <<'TEXT'
Usage: ./trt new usecase <Folder>/<Name>      Growth/ShareRecipe: request, handler, validator, and a test
       ./trt new button <Family>/<Name>       Growth/ShareRecipe: a route, its line in the table, its place in the inventory test
       ./trt new model <maker>/<model>        aurora/landscape: a card that loads and is not yet for sale

Nothing that exists is written over. More: CONTRIBUTING.md, docs/adding-a-model.md
TEXT
}

# named "Growth/ShareRecipe": sets folder and name, or says what a name looks like.
named() {
  if ! [[ $1 =~ ^([A-Z][A-Za-z]*(/[A-Z][A-Za-z]*)*)/([A-Z][A-Za-z]*)$ ]]; then
    complain "'$1' is no Folder/Name in capitals, such as Growth/ShareRecipe."
    return 2
  fi
  folder=${BASH_REMATCH[1]} name=${BASH_REMATCH[3]}
}

absent() {
  [ ! -e "$1" ] || { complain "$1 exists already."; return 1; }
}

wrote() { say "✓ $1"; }

new_usecase() {
  local folder name
  named "$1" || return
  local file=src/Trt.Application/$folder/$name.cs test=tests/Trt.Application.Tests/$folder/${name}Tests.cs
  if [ ! -d "src/Trt.Application/$folder" ]; then
    complain "src/Trt.Application/$folder is not there. Its folders: $(cd src/Trt.Application && find . -mindepth 1 -type d | sed 's|^\./||' | sort | tr '\n' ' ')"
    return 2
  fi
  absent "$file" && absent "$test" || return
  local space=${folder//\//.}
  cat >"$file" <<CODE
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.$space;

/// <summary>What the customer does here, in one sentence.</summary>
public sealed record $name(UserId UserId) : IRequest<${name}Outcome>;

/// <summary>Each outcome gets a text of its own; the switch of its screen has no default.</summary>
public enum ${name}Outcome
{
    Done,
    NotFound,
}

internal sealed class ${name}Handler(ITrtDb db) : IRequestHandler<$name, ${name}Outcome>
{
    public async Task<${name}Outcome> Handle($name request, CancellationToken token) =>
        await db.Users.AnyAsync(user => user.Id == request.UserId, token) ? ${name}Outcome.Done : ${name}Outcome.NotFound;
}

internal sealed class ${name}Validator : AbstractValidator<$name>
{
    public ${name}Validator() => RuleFor(request => request.UserId.Value).GreaterThan(0);
}
CODE
  mkdir -p "$(dirname "$test")"
  cat >"$test" <<CODE
using Trt.Application.$space;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.$space;

public sealed class ${name}Tests : ShopTest
{
    [Test]
    public async Task A_customer_is_served() =>
        (await Shop.Send(new $name(await Shop.NewCustomer()))).ShouldBe(${name}Outcome.Done);

    [Test]
    public async Task A_stranger_is_not_found() => (await Shop.Send(new $name(new UserId(404)))).ShouldBe(${name}Outcome.NotFound);
}
CODE
  wrote "$file"
  wrote "$test"
  say "  Next: say what it does, then ./trt test ${name}Tests; a button leads to it with ./trt new button."
}

new_button() {
  local folder name
  named "$1" || return
  local routes=src/Trt.Api/Bot/Routes/${folder}Route.cs inventory=tests/Trt.Api.Tests/Bot/RouteTests.cs
  if [ ! -f "$routes" ] || ! grep -q 'Readers = new Dictionary' "$routes"; then
    complain "There is no family '$folder'. The families: $(grep -l 'Readers = new Dictionary' src/Trt.Api/Bot/Routes/*Route.cs | sed 's|.*/||; s|Route\.cs||' | tr '\n' ' ')"
    return 2
  fi
  ! grep -rq "record ${name}Route\b" src/Trt.Api/Bot/Routes || { complain "${name}Route exists already."; return 1; }
  local data
  data=$(printf '%s' "$name" | sed 's/\([A-Z]\)/_\1/g; s/^_//' | tr '[:upper:]' '[:lower:]')
  # Into the family's table, to the end of its file, and into the inventory of all buttons.
  awk -v line="        [\"$data\"] = _ => new ${name}Route()," '
    /Readers = new Dictionary/ { inside = 1 }
    inside && /^    };/ { print line; inside = 0 }
    { print }' "$routes" >"$routes.new"
  printf '\ninternal sealed record %sRoute() : %sRoute("%s");\n' "$name" "$folder" "$data" >>"$routes.new"
  mv "$routes.new" "$routes"
  awk -v line="        new ${name}Route()," '/\.\. AdminRoutes\.Every\(\),/ { print line } { print }' "$inventory" >"$inventory.new"
  mv "$inventory.new" "$inventory"
  wrote "$routes: ${name}Route, \"$data\""
  wrote "$inventory"
  say "  Next: an arm for ${name}Route in the family's desk in src/Trt.Api/Bot/Desks, the button on a screen, then ./trt test RouteTests."
}

new_model() {
  if ! [[ $1 =~ ^([a-z0-9-]+)/([a-z0-9.-]+)$ ]]; then
    complain "'$1' is no maker/model in small letters, such as aurora/landscape."
    return 2
  fi
  local maker=${BASH_REMATCH[1]} model=${BASH_REMATCH[2]}
  local file=src/Trt.Infrastructure/Catalog/Cards/$maker/$model.json
  absent "$file" || return
  mkdir -p "$(dirname "$file")"
  cat >"$file" <<CARD
{
  "\$schema": "../card.schema.json",
  // To decide: what the provider calls the model. Buttons carry it, so it never changes.
  "id": "$maker/$model",
  // To decide: which endpoints serve it.
  "family": "jobs",
  // To decide: what customers read.
  "title": "$model",
  "benefit": { "ru": "$model", "en": "$model" },
  "maker": "$maker",
  // To decide: the menu it appears in, and what it gives.
  "type": "text-to-image",
  "output": "image",
  // To decide: what it asks for. Whatever changes the price is required.
  "fields": [
    { "name": "prompt", "kind": "text", "required": true, "max": 1000 },
    { "name": "nsfw_checker", "kind": "flag", "hidden": true, "default": true }
  ],
  // To decide: what it costs. Without a price the model is in the catalog and not on sale.
  "price": null
}
CARD
  wrote "$file"
  say "  Next: docs/adding-a-model.md tells what each line may say; ./trt catalog validate reads it back."
}
