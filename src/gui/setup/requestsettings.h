// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"
#include "gui/theme/theme.h"

#include <QWidget>

#include <functional>
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
    using Available = std::function<bool(NetworkBackend)>;
    /// `available`: which back ends can be chosen; others are shown, with the reason.
    explicit RequestSettings(const Theme &theme, QWidget *parent = nullptr, Available available = &isAvailable);
    ~RequestSettings() override;

    /// Everything but `limits`. Fields with a mistake give their default.
    [[nodiscard]] CrawlConfig config() const;
    void setConfig(const CrawlConfig &config);
    [[nodiscard]] bool valid() const { return m_valid; }
    [[nodiscard]] bool reading() const; ///< the body's file; not valid until then
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
    void readProxy(Reading *reading) const;
    [[nodiscard]] NetworkBackend backend() const;
    void setUpBackends();
    void setProxyTls(bool on); ///< the scheme of the proxy says it; the box shows it
    void showBackend(bool proxyTls);
    void show(const Reading &reading);
    [[nodiscard]] qint64 maxBodyBytes() const;
    void setMaxBodyBytes(qint64 bytes);

    Available m_available;
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
    FieldMessage *m_backendMessage = nullptr;
    FieldMessage *m_privateMessage = nullptr;
    bool m_valid = true;
    bool m_filling = false;
    bool m_running = false;
};

} // namespace crawlscope::gui
