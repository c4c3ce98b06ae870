#!/usr/bin/env bash
# What the producers need on Debian: only for making the corpus, never for running the program.
set -euo pipefail
apt-get update -qq
apt-get install -y -qq --no-install-recommends \
  libreoffice-writer chromium libpango-1.0-0 libpangoft2-1.0-0 fonts-liberation fonts-dejavu-core
