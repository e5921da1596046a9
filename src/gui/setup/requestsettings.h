// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"
#include "gui/theme/theme.h"

#include <QWidget>

#include <memory>

class QVBoxLayout;

namespace crawlscope::gui {

namespace Ui {
    class RequestSettings;
}

class BodyEditor;
class FieldMessage;

/// The folded part of the setup: method, headers, body, time-outs … Every mistake is shown where it is.
/// Disabled with a hint while a run goes on. Thread: GUI.
class RequestSettings : public QWidget
{
    Q_OBJECT
public:
    explicit RequestSettings(const Theme &theme, QWidget *parent = nullptr);
    ~RequestSettings() override;

    /// Everything but `limits`. Fields with a mistake give their default.
    [[nodiscard]] CrawlConfig config() const;
    void setConfig(const CrawlConfig &config);
    [[nodiscard]] bool valid() const { return m_valid; }
    void focusProblem(); ///< the first one
    void setRunning(bool running);
    [[nodiscard]] BodyEditor *bodyEditor() const { return m_body; }

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    /// What was typed, read; texts of mistakes by field, empty where there is none.
    struct Reading
    {
        CrawlConfig config;
        QString method;
        QString okStatus;
        QString userAgent;
        QString headers;
        QString body;
        QString proxy;
    };
    void addMessages(const Theme &theme);
    void connectFields();
    void retranslate();
    void onEdited();
    [[nodiscard]] Reading read() const;
    void readHeaders(Reading *reading) const;
    void judge(Reading *reading) const;
    void show(const Reading &reading);
    [[nodiscard]] qint64 maxBodyBytes() const;
    void setMaxBodyBytes(qint64 bytes);

    std::unique_ptr<Ui::RequestSettings> m_ui;
    BodyEditor *m_body = nullptr;
    FieldMessage *m_runHint = nullptr;
    FieldMessage *m_methodMessage = nullptr;
    FieldMessage *m_okStatusMessage = nullptr;
    FieldMessage *m_userAgentMessage = nullptr;
    FieldMessage *m_headersMessage = nullptr;
    FieldMessage *m_bodyMessage = nullptr;
    FieldMessage *m_proxyMessage = nullptr;
    FieldMessage *m_insecureMessage = nullptr;
    bool m_valid = true;
    bool m_filling = false;
    bool m_running = false;
};

} // namespace crawlscope::gui
