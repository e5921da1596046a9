// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/setup/verdicticons.h"

#include <QPlainTextEdit>

#include <memory>

namespace crawlscope::gui {

/// Text box with a gutter: line number and verdict of each line. What is pasted or dropped goes to the owner first,
/// who decides whether a text document can carry it. Thread: GUI.
class UrlTextEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit UrlTextEdit(const Theme &theme, QWidget *parent = nullptr);

    /// Verdicts of the text as it is now; null: none known.
    void setVerdicts(std::shared_ptr<const UrlList> urls);
    [[nodiscard]] QByteArray utf8() const; ///< one line per block
    [[nodiscard]] QByteArray utf8BeforeSelection() const;
    [[nodiscard]] QByteArray utf8AfterSelection() const;
    [[nodiscard]] QString verdictOfLine(int line) const; ///< 1-based; empty: blank, comment or not known yet
    [[nodiscard]] int currentLine() const; ///< 1-based
    void goToLine(int line);
    [[nodiscard]] int gutterWidth() const;

Q_SIGNALS:
    /// Something was pasted or dropped. Connect directly.
    void inserted(const QMimeData *source);

protected:
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    class Gutter;
    friend class Gutter;
    void paintGutter(QPaintEvent *event);
    void layoutGutter();
    [[nodiscard]] qint64 entryOfLine(int line) const; ///< -1: none or stale
    bool showLineToolTip(int y, const QPoint &globalPosition);
    [[nodiscard]] int lineAt(int y) const;

    const Theme &m_theme;
    VerdictIcons m_icons;
    Gutter *m_gutter = nullptr;
    std::shared_ptr<const UrlList> m_urls;
    int m_firstStaleLine = 1; ///< verdicts from this line on belong to an older text
};

} // namespace crawlscope::gui
