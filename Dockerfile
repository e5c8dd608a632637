# syntax=docker/dockerfile:1
# docker build -t guidelint:0.1.0 .
# docker run --rm -v "$PWD:/catalog:ro" guidelint:0.1.0 lint
FROM swift:6.3-bookworm AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends libyaml-dev libre2-dev libxxhash-dev libxlsxwriter-dev make \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN make dist \
 && mkdir /package \
 && tar -xzf dist/guidelint-*-linux-*.tar.gz -C /package --strip-components=1

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates git libstdc++6 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin guidelint
COPY --from=build /package/bin/guidelint /usr/local/bin/guidelint
COPY --from=build /package/share /usr/local/share
USER 10001
WORKDIR /catalog
ENTRYPOINT ["guidelint"]
CMD ["lint"]
