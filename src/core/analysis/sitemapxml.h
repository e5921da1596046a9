// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/sitemapreader.h"

/// The XML part of SitemapReader.
namespace crawlscope::sitemapxml {

/// Reads into `file`, kind and fault included. `utf8`: the text is, whatever it says itself. Thread: any.
void read(const QByteArray &text, bool utf8, bool complete, const std::atomic<bool> *cancelled, SitemapFile *file);

/// Appends an entry for `location`, or counts it as refused. False: `file` is full.
bool addEntry(QByteArrayView location, SitemapEntry entry, SitemapFile *file);

} // namespace crawlscope::sitemapxml
