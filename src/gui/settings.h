// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"
#include "core/exporters/exportjob.h"
#include "gui/requestbody.h"
#include "gui/theme/theme.h"

#include <QObject>
#include <QSettings>
#include <QStringList>

namespace crawlscope::gui {

/// What the program remembers between launches: typed, with defaults and bounds declared once in settings.cpp, over an
/// ini file. A damaged or hand-edited value reads as its default. Proxy passwords and headers that carry secrets are
/// never written; a request body is, so the file is made readable for its owner alone. Thread: GUI.
class Settings : public QObject
{
    Q_OBJECT
public:
    /// `file`: the ini file; empty: the user's own.
    explicit Settings(const QString &file = {}, QObject *parent = nullptr);

    [[nodiscard]] static QString systemLanguage() { return QStringLiteral("system"); }
    [[nodiscard]] static QStringList languages(); ///< system first
    [[nodiscard]] static QString languageName(const QString &code); ///< in the language itself
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &code);
    [[nodiscard]] ThemeMode themeMode() const;
    void setThemeMode(ThemeMode mode);
    [[nodiscard]] int updateIntervalMs() const; ///< 100 … 1000
    void setUpdateIntervalMs(int ms);
    [[nodiscard]] bool confirmClose() const;
    void setConfirmClose(bool on);

    [[nodiscard]] CrawlConfig config() const; ///< of the last run, limits included, without the body
    void setConfig(const CrawlConfig &config);
    void setGate(const QJsonObject &gate); ///< thresholds of config(), at once; the rest of it stays
    [[nodiscard]] RequestBody requestBody() const;
    void setRequestBody(const RequestBody &body); ///< a text beyond RequestBody::kMaxTextBytes is not written
    [[nodiscard]] ExportOptions exportOptions() const;
    void setExportOptions(const ExportOptions &options);
    [[nodiscard]] ProblemLimits problemLimits() const; ///< what is slow and what large; the rest as it is by default
    void setProblemLimits(const ProblemLimits &limits);
    [[nodiscard]] QString sessionsFolder() const; ///< where runs make their files; the user's data folder at first
    void setSessionsFolder(const QString &folder); ///< empty: the user's data folder
    [[nodiscard]] QStringList recentSessions() const; ///< newest first, kRecentSessions at most
    void addRecentSession(const QString &path);
    void removeRecentSession(const QString &path);
    [[nodiscard]] QString dismissedSession() const; ///< SessionCatalog::key() of the offer that was refused last
    void setDismissedSession(const QString &key);
    static constexpr int kRecentSessions = 8;
    [[nodiscard]] QString folder() const; ///< last used in a file dialog
    void setFolder(const QString &folder);
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    [[nodiscard]] QByteArray windowState() const; ///< docks and toolbars
    void setWindowState(const QByteArray &state);
    [[nodiscard]] QByteArray resultsState() const; ///< columns and splitters of the results page
    void setResultsState(const QByteArray &state);
    [[nodiscard]] bool requestFolded() const;
    void setRequestFolded(bool folded);
    [[nodiscard]] bool politenessFolded() const;
    void setPolitenessFolded(bool folded);
    [[nodiscard]] bool linksFolded() const;
    void setLinksFolded(bool folded);
    [[nodiscard]] bool pageFolded() const;
    void setPageFolded(bool folded);
    [[nodiscard]] bool robotsChosen() const; ///< the rule for robots.txt is the user's, whatever it is
    void setRobotsChosen(bool chosen);

    /// Language, theme, interval, questions and the request back to their defaults; window layout stays.
    void restoreDefaults();
    void sync();

    /// `config` as it may be written: no proxy password, no header that carries a secret, no body (that is
    /// setRequestBody()'s).
    [[nodiscard]] static CrawlConfig withoutSecrets(CrawlConfig config);
    [[nodiscard]] static bool isSecretHeader(const QByteArray &name);

Q_SIGNALS:
    void languageChanged(const QString &code);
    void themeModeChanged(crawlscope::gui::ThemeMode mode);
    void updateIntervalChanged(int ms);
    void sessionsFolderChanged(const QString &folder);
    void configReset();

private:
    QSettings m_store;
};

} // namespace crawlscope::gui
