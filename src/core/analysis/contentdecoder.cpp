// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/contentdecoder.h"

#include "core/analysis/contentcodings.h"

#include <QByteArrayList>

#include <vector>

namespace crawlscope::ContentDecoder {

Outcome decode(const QByteArray &encoding, const QByteArray &body, Caps caps)
{
    Outcome out;
    out.bytes = body;
    out.size = body.size();
    const auto cut = [&out, &caps] {
        if (out.bytes.size() > caps.keepBytes)
            out.bytes.truncate(caps.keepBytes);
        return out;
    };
    std::vector<Coding> layers; // the last named was applied last
    const QByteArrayList names = encoding.toLower().split(',');
    for (const QByteArray &name : names) {
        const QByteArray layer = name.trimmed();
        if (layer.isEmpty() || layer == "identity")
            continue;
        const auto coding = codingOf(layer);
        if (!coding || layers.size() == kMaxLayers) {
            out.status = Status::Unknown; // known before anything is undone: the bytes stay as they are
            return cut();
        }
        layers.push_back(*coding);
    }
    while (!layers.empty() && !out.bytes.isEmpty()) { // an empty body has no coding to undo (HEAD, 304, …)
        const Coding layer = layers.back();
        layers.pop_back();
        // Between layers everything must be kept; the cap bounds it.
        const Caps layerCaps {.maxBytes = caps.maxBytes, .keepBytes = layers.empty() ? caps.keepBytes : caps.maxBytes};
        Outcome next = undo(layer, out.bytes, layerCaps);
        next.trailingGarbage = next.trailingGarbage || out.trailingGarbage;
        out = std::move(next);
        if (out.status != Status::Ok)
            break;
    }
    return cut();
}

} // namespace crawlscope::ContentDecoder
