// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rowdetails.h"

#include <QWidget>

class QButtonGroup;
class QJsonValue;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace crawlscope::gui {

/// Preview of a body as text, JSON tree or hex dump. Everything is shown as plain text. Thread: GUI.
class BodyView : public QWidget
{
    Q_OBJECT
public:
    enum Mode { Text, Json, Hex };

    explicit BodyView(QWidget *parent = nullptr);
    void setBody(const RowDetails &details, qint64 bodyBytes, const QByteArray &contentType);
    void clear();
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const;
    /// `cut`: the body goes on, so it may end inside a character.
    [[nodiscard]] static QString decode(const QByteArray &body, const QByteArray &charset, bool cut);
    [[nodiscard]] static QString hexDump(const QByteArray &body);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillJson(const RowDetails &details);
    static void addJson(QTreeWidgetItem *parent, const QString &name, const QJsonValue &value);
    [[nodiscard]] QString summary(const RowDetails &details, qint64 bodyBytes) const;

    RowDetails m_details; ///< shown; without hops
    qint64 m_bodyBytes = -1; ///< of the body shown; -1: none is
    QButtonGroup *m_modes;
    QLabel *m_summary;
    QStackedWidget *m_stack;
    QPlainTextEdit *m_text;
    QTreeWidget *m_json;
    QLabel *m_jsonMessage;
    QPlainTextEdit *m_hex;
};

} // namespace crawlscope::gui
