// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace crawlscope {

/// The elements that page facts tell apart.
enum class HtmlTag : quint8 {
    Unknown, ///< and all that only divides text
    Inline, ///< does not divide words: <b>, <span>, …
    A,
    Area,
    Audio,
    Base,
    Button,
    Embed,
    Form,
    Frame,
    H1,
    H2,
    Heading, ///< <h3> to <h6>
    Html,
    Iframe,
    Image, ///< of SVG
    Img,
    Input,
    Link,
    Math,
    Meta,
    NoEmbed,
    NoFrames,
    NoScript,
    Object,
    Plaintext,
    Script,
    Source,
    Style,
    Svg,
    Template,
    Textarea,
    Title,
    Track,
    Video,
    Void, ///< other elements without content: <br>, <hr>, …
    Xmp,
};

namespace HtmlTags {

    /// By its name in any case.
    [[nodiscard]] HtmlTag byName(QByteArrayView name);
    /// Its attributes may say something.
    [[nodiscard]] bool wantsAttributes(HtmlTag tag);
    /// The text in it is no markup ("raw text" and "RCDATA" of the standard).
    [[nodiscard]] bool holdsRawText(HtmlTag tag);
    /// It has no content and no end tag.
    [[nodiscard]] bool isVoid(HtmlTag tag);

} // namespace HtmlTags
} // namespace crawlscope
