// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace crawlscope {

/// Makes libxml2 ready in the calling thread and keeps it from writing to standard error there: some of its messages
/// (XPath, conversion of encodings) go to a function for the whole thread whatever the parser's options are. To be
/// called before each use, from any thread; cheap.
void prepareXmlLibrary();

} // namespace crawlscope
