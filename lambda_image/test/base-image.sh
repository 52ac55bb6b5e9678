#!/bin/sh
# Makes a Docker image in LibreChat's shape, for tests on machines that cannot (or should not) pull the real one.
#
#   base-image.sh TAG VERSION     e.g. base-image.sh librechat-shaped:1 v0.0.1
#
# Like ghcr.io/danny-avila/librechat-api: node and npm in /usr/local, WORKDIR /app/api, CMD node server/index.js, no USER,
# /app/{api,config,node_modules}, the built client at /app/client/dist. VERSION is in the client's files,
# so that two versions differ as two releases do: index.html, sw.js and one hashed asset change, the vendor chunk stays.
# The root file system is this machine's own node and what it links; it is made once and kept as an image, which is the
# cache: about ten seconds the first time, one or two after that.
set -eu
[ $# = 2 ] || { echo "usage: $0 TAG VERSION" >&2; exit 64; }
tag=$1 version=$2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

node=$(node -p process.execPath)
npm=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
rootfs=librechat-shaped-rootfs:$( (node -p process.version; npm --version; cat "$0") | sha256sum | cut -c1-12)

if ! docker image inspect "$rootfs" >/dev/null 2>&1; then
  root=$work/root
  mkdir -p "$root/usr/local/bin" "$root/usr/local/lib/node_modules" "$root/bin" "$root/etc/ssl/certs" "$root/tmp" "$root/root"
  chmod 1777 "$root/tmp"
  install "$node" "$root/usr/local/bin/node"
  cp -R "$npm" "$root/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
  cp -L "$(command -v dash || command -v sh)" "$root/bin/sh"
  for tool in cat chmod cp env find id ln ls mkdir mv readlink rm touch; do cp -L "$(command -v $tool)" "$root/bin/"; done
  mkdir -p "$root/usr/bin" && ln -s /bin/env "$root/usr/bin/env"
  # What all of these link, at the paths that they ask for it.
  for program in "$root"/bin/* "$root/usr/local/bin/node"; do ldd "$program" 2>/dev/null || true; done |
    grep -o '/[^ ]*' | sort -u | while read -r library; do
      mkdir -p "$root$(dirname "$library")" && cp -L "$library" "$root$library"
    done
  printf 'root:x:0:0:root:/root:/bin/sh\nnode:x:1000:1000:node:/tmp:/bin/sh\n' >"$root/etc/passwd"
  printf 'root:x:0:\nnode:x:1000:\n' >"$root/etc/group"
  # The image trusts what this machine trusts, so that npm also works in a build behind a network's own authority.
  set -- -c 'ENV PATH=/usr/local/bin:/usr/bin:/bin'
  if [ -f /etc/ssl/certs/ca-certificates.crt ]; then
    cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
    set -- "$@" -c 'ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt'
  fi
  tar -C "$root" --numeric-owner --owner=0 --group=0 -c . | docker import "$@" - "$rootfs" >/dev/null
fi

app=$work/context/app
mkdir -p "$app/node_modules/librechat-data-provider" "$app/config"
cp -R "$here/librechat/api" "$app/api"
# What the server asks for, from this project's own development dependencies.
modules=$(dirname "$here")/node_modules
for package in $(cd "$modules" && node -e '
  const all = new Set();
  const add = (name) => {
    if (all.has(name)) return;
    all.add(name);
    Object.keys(require("./" + name + "/package.json").dependencies ?? {}).forEach(add);
  };
  ["ioredis", "aws4fetch"].forEach(add);
  console.log([...all].join(" "));'); do
  mkdir -p "$app/node_modules/$(dirname "$package")" && cp -RL "$modules/$package" "$app/node_modules/$package"
done
printf '{"name":"LibreChat","version":"%s","private":true,"workspaces":["api"]}\n' "$version" >"$app/package.json"
printf '{"name":"librechat-data-provider","version":"0.0.1","main":"index.js"}\n' >"$app/node_modules/librechat-data-provider/package.json"
printf 'exports.version = %s;\n' "\"$version\"" >"$app/node_modules/librechat-data-provider/index.js"

node "$here/support/modules.mjs" "$app"

dist=$app/client/dist
mkdir -p "$dist/assets" "$dist/fonts"
hashed() { # name extension content: writes assets/name.<hash>.extension, prints its name
  file="assets/$1.$(printf '%s' "$3" | sha256sum | cut -c1-8).$2"
  printf '%s' "$3" >"$dist/$file" && echo "$file"
}
vendor=$(hashed vendor js 'export const vendor = "the same in every version";')
index=$(hashed index js "import './$(basename "$vendor")'; document.title = 'LibreChat $version';
$(cat "$here/librechat/client/app.js")")
style=$(hashed index css ":root { --version: '$version'; }
$(cat "$here/librechat/client/app.css")")
gzip -nk "$dist/$index"
printf 'wOF2' >"$dist/fonts/Inter-Regular.woff2"
printf '\211PNG\r\n\032\n' >"$dist/assets/favicon-32x32.png"
printf 'User-agent: *\nDisallow: /api/\n' >"$dist/robots.txt"
printf '{"name":"LibreChat","start_url":"/"}' >"$dist/manifest.webmanifest"
printf 'self.__precache = ["%s", "%s", "%s"];\n' "$index" "$style" "$vendor" >"$dist/sw.js"
printf 'navigator.serviceWorker?.register("/sw.js");\n' >"$dist/registerSW.js"
cat >"$dist/index.html" <<HTML
<!doctype html>
<html lang="en-US"><head><base href="/"><title>LibreChat</title><meta name="version" content="$version">
<link rel="manifest" href="/manifest.webmanifest"><link rel="stylesheet" href="/$style"><script type="module" src="/$index"></script>
<script src="/registerSW.js"></script></head><body><div id="root"></div></body></html>
HTML

cat >"$work/context/Dockerfile" <<DOCKERFILE
FROM $rootfs
COPY app /app
WORKDIR /app/api
ENV HOST=0.0.0.0
EXPOSE 3080
CMD ["node", "server/index.js"]
DOCKERFILE
docker build --quiet --tag "$tag" "$work/context"
