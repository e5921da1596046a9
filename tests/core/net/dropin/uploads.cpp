// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies from devices.
#include "core/net/dropin/bench.h"

#include <QBuffer>
#include <QHttpMultiPart>
#include <QTemporaryFile>
#include <QTimer>

#include <cstring>

namespace crawlscope::test {

namespace {

    /// A sequential device whose bytes come piece by piece, and whose end comes later still.
    class Trickle : public QIODevice
    {
    public:
        explicit Trickle(QByteArrayList pieces)
            : m_pieces(std::move(pieces))
        {
            open(QIODevice::ReadOnly);
            m_timer.setInterval(5);
            m_timer.callOnTimeout(this, &Trickle::step);
            m_timer.start();
        }
        [[nodiscard]] bool isSequential() const override { return true; }
        [[nodiscard]] qint64 bytesAvailable() const override { return QIODevice::bytesAvailable() + m_there.size(); }

    protected:
        qint64 readData(char *data, qint64 most) override
        {
            if (m_there.isEmpty())
                return m_ended ? -1 : 0;
            const qsizetype taken = std::min<qsizetype>(static_cast<qsizetype>(most), m_there.size());
            std::memcpy(data, m_there.constData(), static_cast<std::size_t>(taken));
            m_there.remove(0, taken);
            return taken;
        }
        qint64 writeData(const char *, qint64) override { return -1; }

    private:
        void step()
        {
            if (!m_pieces.isEmpty()) {
                m_there += m_pieces.takeFirst();
                Q_EMIT readyRead();
                return;
            }
            m_timer.stop();
            m_ended = true;
            Q_EMIT readChannelFinished();
        }

        QByteArrayList m_pieces;
        QByteArray m_there;
        QTimer m_timer;
        bool m_ended = false;
    };

    QNetworkRequest typed(const Bench &bench, const QByteArray &path)
    {
        QNetworkRequest request = bench.request(path);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/octet-stream"));
        return request;
    }

    void buffer(Bench &bench)
    {
        QBuffer buffer;
        buffer.setData("0123456789");
        buffer.open(QIODevice::ReadOnly);
        bench.finish(bench.manager().post(typed(bench, "/whole"), &buffer), "whole");
        buffer.seek(4);
        bench.finish(bench.manager().put(typed(bench, "/part"), &buffer), "part");
        buffer.seek(10);
        bench.finish(bench.manager().put(typed(bench, "/none"), &buffer), "none");
        bench.noteRequests(bench.server());
    }

    void file(Bench &bench)
    {
        QTemporaryFile file;
        if (!file.open() || file.write(QByteArray(300'000, 'f') + "end") < 0 || !file.flush() || !file.seek(0))
            qFatal("no temporary file");
        bench.finish(bench.manager().put(typed(bench, "/whole"), &file), "whole");
        file.seek(299'990);
        bench.finish(bench.manager().post(typed(bench, "/part"), &file), "part");
        bench.noteRequests(bench.server());
    }

    void unreadable(Bench &bench)
    {
        QBuffer closed;
        closed.setData("0123456789");
        bench.finish(bench.manager().put(typed(bench, "/closed"), &closed), "closed");
        bench.noteRequests(bench.server());
    }

    void late(Bench &bench)
    {
        Trickle unknown({"first ", "second ", QByteArray(70'000, 't'), " last"});
        bench.finish(bench.manager().post(typed(bench, "/unknown"), &unknown), "unknown");
        Trickle empty({});
        bench.finish(bench.manager().post(typed(bench, "/empty"), &empty), "empty");
        Trickle known({"12", "345", "67890"});
        QNetworkRequest request = typed(bench, "/known");
        request.setHeader(QNetworkRequest::ContentLengthHeader, 10);
        bench.finish(bench.manager().put(request, &known), "known");
        bench.noteRequests(bench.server());
    }

    void lateUnbuffered(Bench &bench)
    {
        Trickle known({"12", "345", "67890"});
        QNetworkRequest request = typed(bench, "/known");
        request.setHeader(QNetworkRequest::ContentLengthHeader, 10);
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        bench.finish(bench.manager().put(request, &known), "known");
        Trickle unknown({"first ", "second"});
        QNetworkRequest other = typed(bench, "/unknown");
        other.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        bench.finish(bench.manager().post(other, &unknown), "unknown");
        bench.noteRequests(bench.server());
    }

    void abortedWhileItComes(Bench &bench)
    {
        Trickle slow({"a", "b", "c", "d"});
        QNetworkReply *reply = bench.manager().post(typed(bench, "/never"), &slow);
        Watch *watch = bench.watch(reply);
        bool once = false;
        QObject::connect(&slow, &QIODevice::readyRead, reply, [&once, reply] {
            if (!std::exchange(once, true))
                reply->abort();
        });
        bench.finish(watch);
        bench.noteRequests(bench.server());
    }

    void deviceGone(Bench &bench)
    {
        auto slow = std::make_unique<Trickle>(QByteArrayList(100, QByteArray("x")));
        QNetworkReply *reply = bench.manager().post(typed(bench, "/gone"), slow.get());
        Watch *watch = bench.watch(reply);
        int pieces = 0;
        QObject::connect(slow.get(), &QIODevice::readyRead, &bench, [&pieces] { ++pieces; });
        bench.wait([&pieces] { return pieces > 2; });
        reply->abort(); // as one has to, before the device goes
        slow.reset();
        bench.finish(watch);
        bench.noteRequests(bench.server());
    }

    void multiPart(Bench &bench)
    {
        QHttpMultiPart parts(QHttpMultiPart::FormDataType);
        parts.setBoundary("boundary-of-the-test");
        QHttpPart text;
        text.setHeader(QNetworkRequest::ContentDispositionHeader, QByteArray("form-data; name=\"text\""));
        text.setBody("a text");
        QHttpPart file;
        file.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("image/png"));
        file.setHeader(QNetworkRequest::ContentDispositionHeader, QByteArray("form-data; name=\"file\""));
        QBuffer bytes;
        bytes.setData(QByteArray(200'000, 'm'));
        bytes.open(QIODevice::ReadOnly);
        file.setBodyDevice(&bytes);
        parts.append(text);
        parts.append(file);
        bench.finish(bench.manager().post(bench.request("/multi"), &parts));
        bench.noteRequests(bench.server());
    }

    void sentAgain(Bench &bench)
    {
        // 307 wants the body a second time.
        const auto move = [](const Request &) { return reply("307 Temporary Redirect", "Location: /there\r\n"); };
        bench.server().on("/move", move);
        QTemporaryFile file;
        if (!file.open() || file.write("0123456789") < 0 || !file.flush() || !file.seek(3))
            qFatal("no temporary file");
        bench.finish(bench.manager().put(typed(bench, "/move"), &file), "file");
        Trickle slow({"one ", "two"});
        bench.finish(bench.manager().put(typed(bench, "/move"), &slow), "slow");
        bench.finish(bench.manager().put(typed(bench, "/move"), QByteArray("bytes")), "bytes");
        Trickle unbuffered({"12345", "67890"});
        QNetworkRequest request = typed(bench, "/move");
        request.setHeader(QNetworkRequest::ContentLengthHeader, 10);
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        bench.finish(bench.manager().put(request, &unbuffered), "unbuffered");
        bench.noteRequests(bench.server());
    }

    void big(Bench &bench)
    {
        constexpr qsizetype kBytes = 2LL * 1024 * 1024;
        bench.finish(bench.manager().put(typed(bench, "/big"), QByteArray(kBytes, 'b')));
        bench.noteRequests(bench.server());
    }

    void earlyAnswer(Bench &bench)
    {
        // Answered and closed before the body was read.
        bench.script("/refuses", {{Step::Kind::Send, "HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig", 0}});
        bench.finish(bench.manager().put(typed(bench, bench.demo().baseUrl() + "/refuses"), QByteArray(300'000, 'x')));
    }

} // namespace

void addUploadScenarios(Scenarios *out)
{
    out->push_back({"upload: buffer", buffer, {{"none.order", kPlainOrder, "request_sent"}}});
    out->push_back({"upload: file", file, {}});
    out->push_back({"upload: unreadable device", unreadable, {}});
    out->push_back({"upload: comes late", late, {{"empty.order", kPlainOrder, "request_sent"}}});
    out->push_back({"upload: comes late, not to be buffered", lateUnbuffered, {}});
    out->push_back({"upload: aborted while it comes", abortedWhileItComes, {}});
    out->push_back({"upload: device gone after abort", deviceGone, {}});
    out->push_back({"upload: multipart", multiPart, {}});
    out->push_back({"upload: sent again", sentAgain, {}});
    out->push_back({"upload: big", big, {}});
    out->push_back({"upload: early answer", earlyAnswer, {}});
}

} // namespace crawlscope::test
