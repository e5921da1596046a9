// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/democonnection.h"

#include "demosite/demopages.h"
#include "demosite/demostate.h"

#include <QSslSocket>

#include <algorithm>
#include <utility>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace crawlscope::demosite {

namespace {

    constexpr int kLongestAnswerMs = 600'000; // Stall and RepeatForever
    constexpr int kDiscardMs = 2000;
    constexpr qsizetype kRepeatBlock = 64LL * 1024;

    /// Makes the next close() of the socket send RST instead of FIN.
    void lingerNothing(qintptr descriptor)
    {
        linger option {};
        option.l_onoff = 1;
        option.l_linger = 0;
#ifdef Q_OS_WIN
        setsockopt(static_cast<SOCKET>(descriptor), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&option),
                   sizeof(option));
#else
        setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &option, sizeof(option));
#endif
    }

    /// FIN, while the socket goes on reading.
    void endSending(qintptr descriptor)
    {
#ifdef Q_OS_WIN
        ::shutdown(static_cast<SOCKET>(descriptor), SD_SEND);
#else
        ::shutdown(static_cast<int>(descriptor), SHUT_WR);
#endif
    }

} // namespace

DemoConnection::DemoConnection(qintptr descriptor, const PageBook &pages, ServerState &state, QObject *parent)
    : QObject(parent)
    , m_pages(pages)
    , m_state(state)
    , m_socket(makeSocket())
{
    m_state.connectionOpened();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DemoConnection::onTimer);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &DemoConnection::onReadyRead);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &DemoConnection::onBytesWritten);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &DemoConnection::onDisconnected);
    if (!m_socket->setSocketDescriptor(descriptor)) {
        deleteLater();
        return;
    }
    m_socket->setReadBufferSize(RequestParser::kMaxHead);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (auto *tls = qobject_cast<QSslSocket *>(m_socket.get())) {
        m_phase = Phase::Shaking;
        tls->startServerEncryption();
    } else {
        greet();
    }
}

DemoConnection::~DemoConnection()
{
    m_socket->disconnect(this);
    endRequest();
    m_socket->abort();
    m_state.connectionClosed();
}

std::unique_ptr<QTcpSocket> DemoConnection::makeSocket()
{
    const std::optional<QSslConfiguration> tls = m_state.tls();
    if (!tls)
        return std::make_unique<QTcpSocket>();
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(*tls);
    connect(socket.get(), &QSslSocket::encryptedBytesWritten, this, &DemoConnection::onBytesWritten);
    connect(socket.get(), &QSslSocket::encrypted, this, &DemoConnection::greet);
    connect(socket.get(), &QAbstractSocket::errorOccurred, this, [this] {
        if (m_phase != Phase::Shaking)
            return;
        m_socket->abort(); // says the alert that is written already, then goes
        deleteLater();
    });
    return socket;
}

/// Also where there is no greeting: an empty script ends at once.
void DemoConnection::greet()
{
    m_phase = Phase::Answering;
    m_page = Page {m_state.greeting(), -1};
    m_step = 0;
    resume();
}

void DemoConnection::onReadyRead()
{
    switch (m_phase) {
    case Phase::Reading:
        readRequests();
        break;
    case Phase::Discarding:
        m_socket->skip(m_socket->bytesAvailable());
        break;
    case Phase::Answering: // read when the answer has ended, or by a step that waits for it
        if (!m_playing && m_step < m_page.script.size() && m_page.script[m_step].kind == Step::Kind::Await)
            resume();
        break;
    case Phase::Shaking:
    case Phase::Closing:
        break;
    }
}

void DemoConnection::onBytesWritten()
{
    if (m_phase == Phase::Answering && !m_playing)
        resume();
}

void DemoConnection::onTimer()
{
    if (m_phase != Phase::Answering) {
        m_socket->abort();
        return;
    }
    m_timerDone = true;
    resume();
}

void DemoConnection::onDisconnected()
{
    m_timer.stop();
    m_phase = Phase::Closing;
    endRequest();
    deleteLater();
}

void DemoConnection::readRequests()
{
    m_parser.append(m_socket->readAll());
    while (m_phase == Phase::Reading) {
        Request request;
        switch (m_parser.next(&request)) {
        case RequestParser::Result::NeedMore:
            if (m_parser.takeContinueWanted())
                m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            return;
        case RequestParser::Result::Complete:
            start(request);
            break;
        case RequestParser::Result::BadRequest:
            refuse(400);
            break;
        case RequestParser::Result::HeadTooLarge:
            refuse(431);
            break;
        case RequestParser::Result::BodyTooLarge:
            refuse(413);
            break;
        }
    }
}

void DemoConnection::start(const Request &request)
{
    m_phase = Phase::Answering;
    m_keepAlive = request.keepAlive;
    m_inRequest = true;
    m_state.requestStarted(request.target);
    if (auto script = m_state.script(request.target, request.path()))
        m_page = Page {std::move(*script), -1};
    else
        m_page = m_pages.answer(request);
    m_repeatLeft = m_page.repeatBytes;
    m_step = 0;
    m_timerDone = false;
    m_dripped = 0;
    m_repeating.invalidate();
    play();
}

void DemoConnection::refuse(int status)
{
    Request request;
    request.keepAlive = false;
    m_socket->write(httpReply(request, status, "text/plain", statusLine(status) + '\n'));
    m_socket->flush();
    // Closing with unread input would send RST and could take the answer with it.
    m_phase = Phase::Discarding;
    m_socket->skip(m_socket->bytesAvailable());
    m_timer.start(kDiscardMs);
}

void DemoConnection::resume()
{
    play();
    if (m_phase == Phase::Reading)
        readRequests();
}

void DemoConnection::play()
{
    m_playing = true;
    while (m_phase == Phase::Answering) {
        if (m_step < m_page.script.size()) {
            if (!playStep(m_page.script[m_step]))
                break;
            continue;
        }
        if (unsent() > 0)
            m_socket->flush();
        if (unsent() > 0)
            break;
        if (m_phase == Phase::Answering) // flush() may have found the peer gone
            answerEnded();
    }
    m_playing = false;
}

bool DemoConnection::playStep(const Step &step)
{
    switch (step.kind) {
    case Step::Kind::Send:
        if (unsent() >= kHighWater)
            return false;
        m_socket->write(step.bytes);
        nextStep();
        return true;
    case Step::Kind::Sleep:
        m_socket->flush();
        if (std::exchange(m_timerDone, false)) {
            nextStep();
            return true;
        }
        if (!m_timer.isActive())
            m_timer.start(std::max(step.ms, 0));
        return false;
    case Step::Kind::Drip:
        return dripStep(step);
    case Step::Kind::RepeatForever:
        return repeatStep(step);
    case Step::Kind::Close:
        closeWhenWritten();
        return false;
    case Step::Kind::Reset:
        reset();
        return false;
    case Step::Kind::Stall:
        m_socket->flush();
        if (std::exchange(m_timerDone, false))
            m_socket->abort();
        else if (!m_timer.isActive())
            m_timer.start(kLongestAnswerMs);
        return false;
    case Step::Kind::Await:
        return awaitStep();
    case Step::Kind::HalfClose:
        return halfCloseStep();
    }
    return false;
}

bool DemoConnection::awaitStep()
{
    m_socket->flush();
    if (m_socket->bytesAvailable() == 0)
        return false;
    m_socket->skip(m_socket->bytesAvailable());
    nextStep();
    return true;
}

bool DemoConnection::halfCloseStep()
{
    m_socket->flush();
    if (unsent() > 0)
        return false;
    endSending(m_socket->socketDescriptor());
    endRequest();
    m_phase = Phase::Discarding;
    m_socket->skip(m_socket->bytesAvailable());
    m_timer.start(kDiscardMs);
    return false;
}

/// Behind TLS bytes wait twice.
qint64 DemoConnection::unsent() const
{
    const auto *tls = qobject_cast<const QSslSocket *>(m_socket.get());
    return m_socket->bytesToWrite() + (tls == nullptr ? 0 : tls->encryptedBytesToWrite());
}

bool DemoConnection::dripStep(const Step &step)
{
    if (m_dripped >= step.bytes.size()) {
        nextStep();
        return true;
    }
    if (m_timer.isActive())
        return false;
    if (unsent() < kHighWater) {
        m_socket->write(step.bytes.constData() + m_dripped, 1);
        m_socket->flush();
        ++m_dripped;
    }
    m_timerDone = false;
    m_timer.start(std::max(step.ms, 0));
    return false;
}

bool DemoConnection::repeatStep(const Step &step)
{
    if (!m_repeating.isValid()) {
        m_repeating.start();
        const qsizetype unit = step.bytes.size();
        m_repeated = unit == 0 ? QByteArray() : step.bytes.repeated(std::max<qsizetype>(1, kRepeatBlock / unit));
    }
    if (m_repeated.isEmpty() || m_repeatLeft == 0) {
        m_repeated.clear();
        nextStep();
        return true;
    }
    if (m_repeating.elapsed() > kLongestAnswerMs) {
        m_socket->abort();
        return false;
    }
    while (m_repeatLeft != 0 && unsent() < kHighWater) {
        const qint64 piece = m_repeatLeft < 0 ? m_repeated.size() : std::min<qint64>(m_repeatLeft, m_repeated.size());
        const qint64 taken =
            piece == m_repeated.size() ? m_socket->write(m_repeated) : m_socket->write(m_repeated.constData(), piece);
        if (taken != piece) { // the socket is gone
            m_socket->abort();
            return false;
        }
        if (m_repeatLeft > 0)
            m_repeatLeft -= piece;
    }
    return m_repeatLeft == 0;
}

void DemoConnection::nextStep()
{
    ++m_step;
    m_timerDone = false;
    m_dripped = 0;
    m_repeating.invalidate();
}

void DemoConnection::answerEnded()
{
    endRequest();
    m_phase = Phase::Reading;
    if (!m_keepAlive)
        closeWhenWritten();
}

void DemoConnection::endRequest()
{
    if (std::exchange(m_inRequest, false))
        m_state.requestEnded();
}

void DemoConnection::closeWhenWritten()
{
    m_phase = Phase::Closing;
    endRequest();
    m_timer.start(kLongestAnswerMs); // a peer that never reads
    m_socket->disconnectFromHost();
}

void DemoConnection::reset()
{
    m_phase = Phase::Closing;
    endRequest();
    m_socket->flush();
    lingerNothing(m_socket->socketDescriptor());
    m_socket->abort();
}

} // namespace crawlscope::demosite
