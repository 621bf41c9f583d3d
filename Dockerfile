# syntax=docker/dockerfile:1
ARG PYTHON=3.13

FROM python:${PYTHON}-slim AS build
WORKDIR /source
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY src ./src
RUN python -m venv /opt/dragoman \
    && /opt/dragoman/bin/pip install --no-cache-dir --constraint constraints.txt '.[bulk,desk,feeds,mcp]'

FROM python:${PYTHON}-slim
# A number, so that hosts can see that it is not root.
RUN groupadd --gid 10001 dragoman \
    && useradd --uid 10001 --gid dragoman --home-dir /data --no-create-home --shell /usr/sbin/nologin dragoman \
    && install --directory --owner=dragoman --group=dragoman /data
COPY --from=build /opt/dragoman /opt/dragoman
ENV PATH=/opt/dragoman/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DRAGOMAN_RECORD=/data/dragoman.db \
    DRAGOMAN_LOG_FORMAT=json
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/health', timeout=8)"]
ENTRYPOINT ["dragoman"]
# The token comes from the variable DRAGOMAN_TOKEN, or from a file: --token-file.
CMD ["serve", "/data/dragoman.db", "--host", "0.0.0.0"]
