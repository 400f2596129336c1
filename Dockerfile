# syntax=docker/dockerfile:1
# The shop as an image: no shell, no package manager, not root, nothing written but /tmp and /backups.
#   docker build -t trt .        then: docs/operations.md, "On your own server in ten minutes"
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
# age encrypts copies of the database. Its version is the distribution's, which mends it.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends age \
    && rm -rf /var/lib/apt/lists/* \
    && mkdir /backups
ARG TARGETARCH=amd64
ARG COMMIT=
WORKDIR /source
COPY . .
# Compiled ahead for this processor: the first customers after a start wait for nothing.
RUN dotnet publish src/Trt.Api -c Release -o /app --self-contained false \
    -r "linux-$(echo "$TARGETARCH" | sed 's/amd64/x64/')" \
    -p:PublishReadyToRun=true -p:RunAnalyzers=false -p:GenerateDocumentationFile=false -p:SourceRevisionId="$COMMIT"

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=build /usr/bin/age /usr/bin/age
COPY --from=build --chown=1654:1654 /backups /backups
WORKDIR /app
COPY --from=build /app .
# A read-only tree has no place for the diagnostics' socket.
ENV PORT=8080 DOTNET_EnableDiagnostics=0
EXPOSE 8080
USER 1654:1654
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["dotnet", "Trt.Api.dll", "healthy"]
ENTRYPOINT ["dotnet", "Trt.Api.dll"]
