# syntax=docker/dockerfile:1
# docker build -t coachbot .
# docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges -v coachbot-data:/data \
#   -v ./token.txt:/run/secrets/token:ro -e Discord__TokenFile=/run/secrets/token coachbot

# The SDK with the compiler that links machine code; each kind of machine builds its own.
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble-aot AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/CoachBot -c Release -r linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/') -p:PublishAot=true -o /app && mkdir /data

# Chiseled: no shell, no package manager, no .NET: the program brings it along. Globalisation is invariant and the time zones come with the program.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
WORKDIR /app
COPY --from=build /app .
# The only place that is written to; owned by the image's unprivileged user, so that a fresh volume is too.
COPY --from=build --chown=1654:1654 /data /data
USER 1654:1654
# The runtime's diagnostics want to write to a file system that is read-only here.
ENV Storage__ConnectionString="Data Source=/data/coachbot.db" DOTNET_EnableDiagnostics=0
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["/app/CoachBot", "healthcheck"]
ENTRYPOINT ["/app/CoachBot"]
