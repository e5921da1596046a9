// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/requestsettings.h"

#include "gui/setup/bodyeditor.h"
#include "gui/setup/fieldmessage.h"
#include "gui/texts.h"
#include "ui_requestsettings.h"

#include <QEvent>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QStyle>

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    constexpr int kHeaderLines = 4;
    constexpr std::array<double, 3> kUnits {1024.0, 1024.0 * 1024, 1024.0 * 1024 * 1024};

    int toMillis(double seconds)
    {
        return static_cast<int>(std::lround(seconds * 1000));
    }

    double toSeconds(int millis)
    {
        return millis / 1000.0;
    }

    // In the order of the form.
    constexpr std::array<NetworkBackend, 2> kBackends {NetworkBackend::Curl, NetworkBackend::Qt};
    constexpr QLatin1StringView kTlsScheme = "https://"_L1;
    constexpr QLatin1StringView kPlainScheme = "http://"_L1;

    QString proxyText(const QNetworkProxy &proxy, bool tls)
    {
        QString scheme;
        if (proxy.type() == QNetworkProxy::HttpProxy)
            scheme = tls ? u"https"_s : u"http"_s;
        else if (proxy.type() == QNetworkProxy::Socks5Proxy)
            scheme = u"socks5"_s;
        if (scheme.isEmpty() || proxy.hostName().isEmpty())
            return {};
        QUrl url;
        url.setScheme(scheme);
        url.setHost(proxy.hostName());
        url.setPort(proxy.port());
        url.setUserName(proxy.user());
        url.setPassword(proxy.password());
        return url.toString(QUrl::FullyEncoded);
    }

    void showMistake(FieldMessage *message, QWidget *field, const QString &text)
    {
        message->setMessage(FieldMessage::Kind::Error, text);
        const bool invalid = !text.isEmpty();
        if (field->property("invalid").toBool() == invalid)
            return;
        field->setProperty("invalid", invalid);
        field->style()->unpolish(field);
        field->style()->polish(field);
    }

} // namespace

RequestSettings::RequestSettings(const Theme &theme, QWidget *parent, Available available)
    : QWidget(parent)
    , m_available(std::move(available))
    , m_ui(std::make_unique<Ui::RequestSettings>())
{
    m_ui->setupUi(this);
    m_body = new BodyEditor(theme, this);
    m_ui->bodyLayout->addWidget(m_body);
    m_ui->bodyBox->setFocusProxy(m_body);
    m_ui->headers->setFixedHeight(fontMetrics().lineSpacing() * kHeaderLines);
    addMessages(theme);
    setUpBackends();
    setConfig(CrawlConfig());
    connectFields();
    retranslate();
}

RequestSettings::~RequestSettings() = default;

void RequestSettings::addMessages(const Theme &theme)
{
    const auto below = [&](FieldMessage **message, QWidget *field) {
        *message = new FieldMessage(theme, this);
        int row = -1;
        QFormLayout::ItemRole role = QFormLayout::FieldRole;
        m_ui->form->getWidgetPosition(field, &row, &role);
        m_ui->form->insertRow(row + 1, *message);
    };
    below(&m_methodMessage, m_ui->method);
    below(&m_okStatusMessage, m_ui->okStatus);
    below(&m_userAgentMessage, m_ui->userAgent);
    below(&m_headersMessage, m_ui->headers);
    below(&m_bodyMessage, m_ui->bodyBox);
    below(&m_proxyMessage, m_ui->proxy);
    below(&m_insecureMessage, m_ui->insecure);
    below(&m_backendMessage, m_ui->backend);
    below(&m_privateMessage, m_ui->allowPrivate);
    m_runHint = new FieldMessage(theme, this);
    m_ui->outerLayout->insertWidget(0, m_runHint);
}

void RequestSettings::setUpBackends()
{
    auto *items = qobject_cast<QStandardItemModel *>(m_ui->backend->model());
    for (std::size_t i = 0; i < kBackends.size(); ++i)
        items->item(static_cast<int>(i))->setEnabled(m_available(kBackends.at(i)));
}

NetworkBackend RequestSettings::backend() const
{
    const auto index = static_cast<std::size_t>(std::max(m_ui->backend->currentIndex(), 0));
    return m_available(kBackends.at(index)) ? kBackends.at(index) : NetworkBackend::Qt;
}

void RequestSettings::setProxyTls(bool on)
{
    const QString text = m_ui->proxy->text().trimmed();
    if (on && text.startsWith(kPlainScheme))
        m_ui->proxy->setText(kTlsScheme + text.sliced(kPlainScheme.size()));
    else if (!on && text.startsWith(kTlsScheme))
        m_ui->proxy->setText(kPlainScheme + text.sliced(kTlsScheme.size()));
}

bool RequestSettings::reading() const
{
    return m_body->reading();
}

void RequestSettings::connectFields()
{
    connect(m_ui->method, &QComboBox::editTextChanged, this, &RequestSettings::onEdited);
    for (QLineEdit *field : {m_ui->okStatus, m_ui->userAgent, m_ui->proxy})
        connect(field, &QLineEdit::textChanged, this, &RequestSettings::onEdited);
    connect(m_ui->headers, &QPlainTextEdit::textChanged, this, &RequestSettings::onEdited);
    connect(m_body, &BodyEditor::changed, this, &RequestSettings::onEdited);
    for (QDoubleSpinBox *field :
         {m_ui->connectTimeout, m_ui->firstByteTimeout, m_ui->idleTimeout, m_ui->totalTimeout, m_ui->maxBody})
        connect(field, &QDoubleSpinBox::valueChanged, this, &RequestSettings::onEdited);
    connect(m_ui->maxRedirects, &QSpinBox::valueChanged, this, &RequestSettings::onEdited);
    connect(m_ui->maxBodyUnit, &QComboBox::currentIndexChanged, this, &RequestSettings::onEdited);
    connect(m_ui->backend, &QComboBox::currentIndexChanged, this, &RequestSettings::onEdited);
    for (QCheckBox *field : {m_ui->cookies, m_ui->insecure, m_ui->stopOnFirstFailure, m_ui->http2, m_ui->allowPrivate})
        connect(field, &QCheckBox::toggled, this, &RequestSettings::onEdited);
    connect(m_ui->proxyTls, &QCheckBox::toggled, this, &RequestSettings::setProxyTls);
    connect(m_ui->restoreDefaults, &QPushButton::clicked, this, [this] { setConfig(CrawlConfig()); });
}

qint64 RequestSettings::maxBodyBytes() const
{
    const auto unit = static_cast<std::size_t>(std::max(m_ui->maxBodyUnit->currentIndex(), 0));
    return std::llround(m_ui->maxBody->value() * kUnits.at(unit));
}

void RequestSettings::setMaxBodyBytes(qint64 bytes)
{
    std::size_t unit = kUnits.size() - 1;
    while (unit > 0 && (static_cast<double>(bytes) < kUnits.at(unit) || std::fmod(bytes, kUnits.at(unit)) != 0))
        --unit;
    if (bytes == 0)
        unit = 1;
    m_ui->maxBodyUnit->setCurrentIndex(static_cast<int>(unit));
    m_ui->maxBody->setValue(static_cast<double>(bytes) / kUnits.at(unit));
}

CrawlConfig RequestSettings::config() const
{
    return read().config;
}

void RequestSettings::setConfig(const CrawlConfig &config)
{
    m_filling = true;
    m_ui->method->setEditText(QString::fromUtf8(config.method));
    m_ui->okStatus->setText(config.okStatus.toString());
    m_ui->userAgent->setText(QString::fromUtf8(config.userAgent));
    QStringList lines;
    for (const auto &[name, value] : config.headers)
        lines << QString(QString::fromUtf8(name) + u": " + QString::fromUtf8(value));
    m_ui->headers->setPlainText(lines.join(u'\n'));
    m_body->setBody(config.body, config.contentType);
    m_ui->connectTimeout->setValue(toSeconds(config.timeouts.connectMs));
    m_ui->firstByteTimeout->setValue(toSeconds(config.timeouts.firstByteMs));
    m_ui->idleTimeout->setValue(toSeconds(config.timeouts.idleMs));
    m_ui->totalTimeout->setValue(toSeconds(config.timeouts.totalMs));
    m_ui->maxRedirects->setValue(config.maxRedirects);
    setMaxBodyBytes(config.maxBodyBytes);
    const NetworkBackend wanted = m_available(config.backend) ? config.backend : NetworkBackend::Qt;
    m_ui->backend->setCurrentIndex(wanted == NetworkBackend::Curl ? 0 : 1);
    m_ui->http2->setChecked(config.http2);
    m_ui->allowPrivate->setChecked(config.allowPrivate);
    m_ui->proxy->setText(proxyText(config.proxy, config.proxyTls));
    m_ui->cookies->setChecked(config.cookies);
    m_ui->insecure->setChecked(config.insecure);
    m_ui->stopOnFirstFailure->setChecked(config.stopOnFirstFailure);
    m_filling = false;
    onEdited();
}

void RequestSettings::readHeaders(Reading *reading) const
{
    const QStringList lines = m_ui->headers->toPlainText().split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed().toUtf8();
        if (line.isEmpty())
            continue;
        QPair<QByteArray, QByteArray> header;
        if (parseHeaderLine(line, &header))
            reading->config.headers << header;
        else if (reading->headers.isEmpty())
            reading->headers = tr("Line %1 is no “Name: value”").arg(i + 1);
    }
}

RequestSettings::Reading RequestSettings::read() const
{
    Reading reading;
    CrawlConfig &config = reading.config;
    config.method = m_ui->method->currentText().trimmed().toUtf8();
    if (!StatusRanges::parse(m_ui->okStatus->text(), &config.okStatus))
        reading.okStatus = texts::configProblem(u"ok_status"_s);
    config.userAgent = m_ui->userAgent->text().trimmed().toUtf8();
    readHeaders(&reading);
    config.body = m_body->body();
    config.contentType = m_body->contentType();
    reading.body = m_body->problem();
    config.timeouts.connectMs = toMillis(m_ui->connectTimeout->value());
    config.timeouts.firstByteMs = toMillis(m_ui->firstByteTimeout->value());
    config.timeouts.idleMs = toMillis(m_ui->idleTimeout->value());
    config.timeouts.totalMs = toMillis(m_ui->totalTimeout->value());
    config.maxRedirects = m_ui->maxRedirects->value();
    config.maxBodyBytes = maxBodyBytes();
    config.cookies = m_ui->cookies->isChecked();
    config.insecure = m_ui->insecure->isChecked();
    config.stopOnFirstFailure = m_ui->stopOnFirstFailure->isChecked();
    config.backend = backend();
    config.http2 = m_ui->http2->isChecked();
    config.allowPrivate = m_ui->allowPrivate->isChecked();
    readProxy(&reading);
    judge(&reading);
    return reading;
}

void RequestSettings::readProxy(Reading *reading) const
{
    QString proxy = m_ui->proxy->text().trimmed();
    if (proxy.isEmpty())
        return;
    const bool tls = proxy.startsWith(kTlsScheme);
    if (tls)
        proxy = kPlainScheme + proxy.sliced(kTlsScheme.size());
    if (!parseProxy(proxy, &reading->config.proxy))
        reading->proxy = texts::configProblem(u"proxy"_s);
    else if (tls && backend() != NetworkBackend::Curl)
        reading->proxy = tr("Only curl speaks TLS to a proxy"); // and never in the clear instead
    else
        reading->config.proxyTls = tls;
}

void RequestSettings::judge(Reading *reading) const
{
    for (const QString &id : reading->config.validate()) {
        QString *field = &reading->body;
        if (id == "method"_L1)
            field = &reading->method;
        else if (id.startsWith("header"_L1))
            field = &reading->headers;
        else if (id == "user_agent"_L1)
            field = &reading->userAgent;
        else if (id == "proxy"_L1)
            field = &reading->proxy;
        if (field->isEmpty())
            *field = texts::configProblem(id);
    }
}

void RequestSettings::show(const Reading &reading)
{
    showMistake(m_methodMessage, m_ui->method->lineEdit(), reading.method);
    showMistake(m_okStatusMessage, m_ui->okStatus, reading.okStatus);
    showMistake(m_userAgentMessage, m_ui->userAgent, reading.userAgent);
    showMistake(m_headersMessage, m_ui->headers, reading.headers);
    // The editor of the body shows its own mistakes itself.
    m_bodyMessage->setMessage(FieldMessage::Kind::Error, m_body->problem().isEmpty() ? reading.body : QString());
    showMistake(m_proxyMessage, m_ui->proxy, reading.proxy);
    m_insecureMessage->setMessage(FieldMessage::Kind::Warning,
                                  m_ui->insecure->isChecked() ? tr("Nobody vouches for who answers") : QString());
    showBackend(m_ui->proxy->text().trimmed().startsWith(kTlsScheme));
    m_valid = reading.method.isEmpty() && reading.okStatus.isEmpty() && reading.userAgent.isEmpty()
        && reading.headers.isEmpty() && reading.body.isEmpty() && reading.proxy.isEmpty();
}

void RequestSettings::showBackend(bool proxyTls)
{
    const bool curl = backend() == NetworkBackend::Curl;
    m_ui->http2->setEnabled(curl);
    {
        const QSignalBlocker blocker(m_ui->proxyTls);
        m_ui->proxyTls->setChecked(proxyTls);
    }
    const QString proxy = m_ui->proxy->text().trimmed();
    m_ui->proxyTls->setEnabled(proxyTls || (curl && proxy.startsWith(kPlainScheme)));
    QString hint;
    if (!m_available(NetworkBackend::Curl))
        hint = tr("curl cannot be chosen: this program was built without libcurl");
    else if (!curl)
        hint = tr("Qt tells no times of DNS and TLS and no peer address, and speaks no HTTP/2");
    m_backendMessage->setMessage(FieldMessage::Kind::Hint, hint);
    const bool open = m_ui->allowPrivate->isChecked();
    m_privateMessage->setMessage(open ? FieldMessage::Kind::Warning : FieldMessage::Kind::Hint,
                                 open ? tr("Public pages may lead into your own network and to this computer")
                                      : tr("Public pages cannot lead into your own network or to this computer"));
}

void RequestSettings::onEdited()
{
    if (m_filling)
        return;
    show(read());
    Q_EMIT changed();
}

void RequestSettings::focusProblem()
{
    const std::array<std::pair<FieldMessage *, QWidget *>, 5> fields {{{m_methodMessage, m_ui->method},
                                                                       {m_okStatusMessage, m_ui->okStatus},
                                                                       {m_userAgentMessage, m_ui->userAgent},
                                                                       {m_headersMessage, m_ui->headers},
                                                                       {m_proxyMessage, m_ui->proxy}}};
    for (const auto &[message, field] : fields) {
        if (!message->text().isEmpty()) {
            field->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    if (!m_valid)
        m_body->focusProblem();
}

void RequestSettings::setRunning(bool running)
{
    m_running = running;
    m_ui->fields->setEnabled(!running);
    m_runHint->setMessage(FieldMessage::Kind::Hint,
                          running ? tr("Fixed while a run goes on. The limits above can be changed.") : QString());
}

void RequestSettings::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
        show(read());
    }
    QWidget::changeEvent(event);
}

void RequestSettings::retranslate()
{
    m_ui->userAgent->setPlaceholderText(QString::fromUtf8(CrawlConfig::defaultUserAgent()));
    m_ui->okStatus->setPlaceholderText(StatusRanges().toString());
    setRunning(m_running);
}

} // namespace crawlscope::gui
