// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings.h"

#include "core/store/sessionpath.h"
#include "core/util/logging.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    /// One remembered value: where it lies, what it is without a file, and what it may be.
    template<typename T>
    struct Setting
    {
        QLatin1StringView key;
        T fallback;
        T min = {};
        T max = {};

        [[nodiscard]] T read(const QSettings &store) const
        {
            const QVariant value = store.value(key);
            if (!value.isValid() || !value.canConvert<T>())
                return fallback;
            if constexpr (std::is_same_v<T, int>) {
                bool ok = false;
                const int number = value.toInt(&ok);
                return ok && number >= min && number <= max ? number : fallback;
            } else {
                return value.value<T>();
            }
        }
        /// Returns false when nothing changed.
        bool write(QSettings *store, const T &value) const
        {
            if (store->contains(key) && read(*store) == value)
                return false;
            store->setValue(key, value);
            return true;
        }
    };

    const Setting<QString> kLanguage {"ui/language"_L1, u"system"_s};
    const Setting<int> kTheme {"ui/theme"_L1, 0, 0, 2};
    const Setting<int> kUpdateInterval {"ui/update_interval_ms"_L1, 100, 100, 1000};
    const Setting<bool> kConfirmClose {"ui/confirm_close"_L1, true};
    const Setting<bool> kPolitenessFolded {"ui/politeness_folded"_L1, true};
    const Setting<bool> kLinksFolded {"ui/links_folded"_L1, true};
    const Setting<bool> kPageFolded {"ui/page_folded"_L1, true};
    const Setting<bool> kRequestFolded {"ui/request_folded"_L1, true};
    const Setting<QString> kFolder {"ui/folder"_L1, {}};
    const Setting<QString> kSessionsFolder {"sessions/folder"_L1, {}};
    const Setting<QStringList> kRecentPaths {"sessions/recent"_L1, {}};
    const Setting<QString> kDismissedSession {"sessions/dismissed"_L1, {}};
    const Setting<QByteArray> kGeometry {"window/geometry"_L1, {}};
    const Setting<QByteArray> kState {"window/state"_L1, {}};
    const Setting<QByteArray> kResults {"window/results"_L1, {}};
    const Setting<QByteArray> kConfig {"crawl/config"_L1, {}};
    const Setting<bool> kRobotsChosen {"crawl/robots_chosen"_L1, false};
    const Setting<int> kBodyKind {"crawl/body_kind"_L1, 0, 0, 3};
    const Setting<QString> kBodyText {"crawl/body_text"_L1, {}};
    const Setting<QString> kBodyPath {"crawl/body_file"_L1, {}};
    const Setting<QString> kBodyType {"crawl/body_type"_L1, {}};
    const Setting<int> kExportFormat {"export/format"_L1, 0, 0, kExportFormatCount - 1};
    const Setting<bool> kExportNeutralize {"export/neutralize_formulas"_L1, true};
    const Setting<int> kSlowMillis {"problems/slow_ms"_L1, 2'000, 100, 600'000};
    const Setting<int> kLargeKilobytes {"problems/large_kb"_L1, 2'000, 100, 1'000'000};
    const Setting<bool> kExportMark {"export/byte_order_mark"_L1, false};

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_store(file.isEmpty()
                  ? QSettings(QSettings::IniFormat, QSettings::UserScope, u"crawlscope"_s, u"crawlscope"_s).fileName()
                  : file,
              QSettings::IniFormat)
{
    if (m_store.status() != QSettings::NoError)
        qCWarning(logGui) << "settings cannot be read:" << m_store.fileName();
}

QStringList Settings::languages()
{
    return {systemLanguage(), u"en"_s, u"zh_CN"_s};
}

QString Settings::languageName(const QString &code)
{
    if (code == "zh_CN"_L1)
        return u"简体中文"_s;
    return u"English"_s;
}

QString Settings::language() const
{
    const QString code = kLanguage.read(m_store);
    return languages().contains(code) ? code : systemLanguage();
}

void Settings::setLanguage(const QString &code)
{
    const QString known = languages().contains(code) ? code : systemLanguage();
    if (kLanguage.write(&m_store, known))
        Q_EMIT languageChanged(known);
}

ThemeMode Settings::themeMode() const
{
    return static_cast<ThemeMode>(kTheme.read(m_store));
}

void Settings::setThemeMode(ThemeMode mode)
{
    if (kTheme.write(&m_store, static_cast<int>(mode)))
        Q_EMIT themeModeChanged(mode);
}

int Settings::updateIntervalMs() const
{
    return kUpdateInterval.read(m_store);
}

void Settings::setUpdateIntervalMs(int ms)
{
    const int bounded = std::clamp(ms, kUpdateInterval.min, kUpdateInterval.max);
    if (kUpdateInterval.write(&m_store, bounded))
        Q_EMIT updateIntervalChanged(bounded);
}

bool Settings::confirmClose() const
{
    return kConfirmClose.read(m_store);
}

void Settings::setConfirmClose(bool on)
{
    kConfirmClose.write(&m_store, on);
}

bool Settings::isSecretHeader(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    static constexpr const char *kWords[] = {"authorization", "cookie", "token",      "secret",   "password",
                                             "api-key",       "apikey", "credential", "signature"};
    return std::any_of(std::begin(kWords), std::end(kWords), [&](const char *word) { return lower.contains(word); });
}

CrawlConfig Settings::withoutSecrets(CrawlConfig config)
{
    config.headers.removeIf([](const QPair<QByteArray, QByteArray> &header) { return isSecretHeader(header.first); });
    config.proxy.setPassword({});
    config.body.clear();
    config.contentType.clear();
    return config;
}

CrawlConfig Settings::config() const
{
    const QByteArray text = kConfig.read(m_store);
    if (text.isEmpty())
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(text);
    QStringList problems;
    CrawlConfig config = CrawlConfig::fromJson(document.object(), &problems);
    if (!problems.isEmpty() || !document.isObject())
        qCWarning(logGui) << "stored request settings are damaged:" << problems;
    config.limits = config.limits.clamped();
    QStringList unusable = config.validate();
    unusable.removeAll(u"proxy_tls"_s); // the form says so and keeps what was typed
    return unusable.isEmpty() ? config : CrawlConfig();
}

void Settings::setConfig(const CrawlConfig &config)
{
    kConfig.write(&m_store, QJsonDocument(withoutSecrets(config).toJson()).toJson(QJsonDocument::Compact));
}

void Settings::setGate(const QJsonObject &gate)
{
    CrawlConfig config = this->config();
    config.gate = gate;
    setConfig(config);
}

RequestBody Settings::requestBody() const
{
    RequestBody body;
    body.kind = static_cast<RequestBody::Kind>(kBodyKind.read(m_store));
    if (body.kind == RequestBody::Kind::None)
        return body;
    body.contentType = kBodyType.read(m_store);
    if (body.kind == RequestBody::Kind::File)
        body.path = kBodyPath.read(m_store);
    else
        body.text = kBodyText.read(m_store);
    const bool empty = body.kind == RequestBody::Kind::File ? body.path.isEmpty() : body.text.isEmpty();
    return empty || body.text.toUtf8().size() > RequestBody::kMaxTextBytes ? RequestBody() : body;
}

void Settings::setRequestBody(const RequestBody &body)
{
    const bool fits = body.text.toUtf8().size() <= RequestBody::kMaxTextBytes;
    const RequestBody kept = fits ? body : RequestBody();
    kBodyKind.write(&m_store, static_cast<int>(kept.kind));
    kBodyText.write(&m_store, kept.text);
    kBodyPath.write(&m_store, kept.path);
    kBodyType.write(&m_store, kept.contentType);
}

void Settings::sync()
{
    m_store.sync();
    // Who may read the file may read the body in it.
    if (QFile::exists(m_store.fileName()))
        QFile::setPermissions(m_store.fileName(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

ExportOptions Settings::exportOptions() const
{
    ExportOptions options;
    options.format = static_cast<ExportFormat>(kExportFormat.read(m_store));
    options.neutralizeFormulas = kExportNeutralize.read(m_store);
    options.byteOrderMark = kExportMark.read(m_store);
    return options;
}

void Settings::setExportOptions(const ExportOptions &options)
{
    kExportFormat.write(&m_store, static_cast<int>(options.format));
    kExportNeutralize.write(&m_store, options.neutralizeFormulas);
    kExportMark.write(&m_store, options.byteOrderMark);
}

ProblemLimits Settings::problemLimits() const
{
    ProblemLimits limits;
    limits.slowMillis = static_cast<quint32>(kSlowMillis.read(m_store));
    limits.largeBytes = qint64 {kLargeKilobytes.read(m_store)} * 1'000;
    return limits;
}

void Settings::setProblemLimits(const ProblemLimits &limits)
{
    kSlowMillis.write(&m_store, static_cast<int>(limits.slowMillis));
    kLargeKilobytes.write(&m_store, static_cast<int>(limits.largeBytes / 1'000));
}

QString Settings::folder() const
{
    return kFolder.read(m_store);
}

void Settings::setFolder(const QString &folder)
{
    kFolder.write(&m_store, folder);
}

QString Settings::sessionsFolder() const
{
    const QString folder = kSessionsFolder.read(m_store);
    return folder.isEmpty() ? SessionPath::defaultFolder() : folder;
}

void Settings::setSessionsFolder(const QString &folder)
{
    if (kSessionsFolder.write(&m_store, folder))
        Q_EMIT sessionsFolderChanged(sessionsFolder());
}

QStringList Settings::recentSessions() const
{
    return kRecentPaths.read(m_store).mid(0, kRecentSessions);
}

void Settings::addRecentSession(const QString &path)
{
    QStringList paths = recentSessions();
    paths.removeAll(path);
    paths.prepend(path);
    kRecentPaths.write(&m_store, paths.mid(0, kRecentSessions));
}

void Settings::removeRecentSession(const QString &path)
{
    QStringList paths = recentSessions();
    if (paths.removeAll(path) > 0)
        kRecentPaths.write(&m_store, paths);
}

QString Settings::dismissedSession() const
{
    return kDismissedSession.read(m_store);
}

void Settings::setDismissedSession(const QString &key)
{
    kDismissedSession.write(&m_store, key);
}

QByteArray Settings::windowGeometry() const
{
    return kGeometry.read(m_store);
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    kGeometry.write(&m_store, geometry);
}

QByteArray Settings::windowState() const
{
    return kState.read(m_store);
}

void Settings::setWindowState(const QByteArray &state)
{
    kState.write(&m_store, state);
}

QByteArray Settings::resultsState() const
{
    return kResults.read(m_store);
}

void Settings::setResultsState(const QByteArray &state)
{
    kResults.write(&m_store, state);
}

bool Settings::requestFolded() const
{
    return kRequestFolded.read(m_store);
}

void Settings::setRequestFolded(bool folded)
{
    kRequestFolded.write(&m_store, folded);
}

bool Settings::politenessFolded() const
{
    return kPolitenessFolded.read(m_store);
}

void Settings::setPolitenessFolded(bool folded)
{
    kPolitenessFolded.write(&m_store, folded);
}

bool Settings::linksFolded() const
{
    return kLinksFolded.read(m_store);
}

void Settings::setLinksFolded(bool folded)
{
    kLinksFolded.write(&m_store, folded);
}

bool Settings::pageFolded() const
{
    return kPageFolded.read(m_store);
}

void Settings::setPageFolded(bool folded)
{
    kPageFolded.write(&m_store, folded);
}

bool Settings::robotsChosen() const
{
    return kRobotsChosen.read(m_store);
}

void Settings::setRobotsChosen(bool chosen)
{
    kRobotsChosen.write(&m_store, chosen);
}

void Settings::restoreDefaults()
{
    setLanguage(kLanguage.fallback);
    setThemeMode(static_cast<ThemeMode>(kTheme.fallback));
    setUpdateIntervalMs(kUpdateInterval.fallback);
    setConfirmClose(kConfirmClose.fallback);
    setSessionsFolder({});
    setExportOptions(ExportOptions());
    setProblemLimits({});
    m_store.remove(kConfig.key);
    setRobotsChosen(kRobotsChosen.fallback);
    setRequestBody({});
    Q_EMIT configReset();
}

} // namespace crawlscope::gui
