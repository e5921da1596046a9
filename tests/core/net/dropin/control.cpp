// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Ending things at any time.
#include "core/net/dropin/bench.h"

#include <QSignalSpy>

namespace crawlscope::test {

namespace {

    using Kind = Step::Kind;

    QByteArray stalling(Bench &bench)
    {
        bench.script("/stalls",
                     {{Kind::Send, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123", 0}, {Kind::Stall, {}, 0}});
        bench.script("/short", {{Kind::Send, "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\n0123", 0}});
        return bench.demo().baseUrl() + "/stalls";
    }

    constexpr const char *kEndedOrder =
        "aboutToClose errorOccurred(isFinished no) readChannelFinished manager.finished finished";

    void abortedAtOnce(Bench &bench)
    {
        QNetworkReply *reply = bench.manager().get(bench.request("/"));
        Watch *watch = bench.watch(reply);
        reply->abort();
        bench.note("finished at once", watch->ended() ? "yes" : "no");
        reply->abort();
        bench.finish(watch);
    }

    void closedAtOnce(Bench &bench)
    {
        QNetworkReply *reply = bench.manager().get(bench.request("/"));
        Watch *watch = bench.watch(reply);
        reply->close();
        bench.note("finished at once", watch->ended() ? "yes" : "no");
        reply->close();
        bench.finish(watch);
    }

    void abortedInSlots(Bench &bench)
    {
        stalling(bench);
        const QByteArray url = bench.demo().baseUrl();
        const auto run = [&](auto signal, const QByteArray &path, const QByteArray &name) {
            QNetworkReply *reply = bench.manager().get(bench.request(url + path));
            Watch *watch = bench.watch(reply);
            QObject::connect(reply, signal, reply, &QNetworkReply::abort);
            bench.finish(watch, name);
        };
        run(&QNetworkReply::metaDataChanged, "/stalls", "metaDataChanged");
        run(&QNetworkReply::readyRead, "/stalls", "readyRead");
        run(&QNetworkReply::downloadProgress, "/short", "downloadProgress");
        run(&QNetworkReply::errorOccurred, "/short", "errorOccurred");
        run(&QNetworkReply::readChannelFinished, "/short", "readChannelFinished");
        run(&QNetworkReply::finished, "/short", "finished");
    }

    void closedInSlots(Bench &bench)
    {
        stalling(bench);
        QNetworkReply *reply = bench.manager().get(bench.request(bench.demo().baseUrl() + "/stalls"));
        Watch *watch = bench.watch(reply);
        QObject::connect(reply, &QNetworkReply::readyRead, reply, &QNetworkReply::close);
        bench.finish(watch, "readyRead");
        reply = bench.manager().get(bench.request("/"));
        bench.wait([reply] { return reply->isFinished(); });
        watch = bench.watch(reply);
        reply->close(); // nothing more to end
        bench.note("open", reply->isOpen() ? "yes" : "no");
        bench.note("error", QByteArray::number(int {reply->error()}));
        bench.note("left", reply->bytesAvailable());
    }

    void abortedWithData(Bench &bench)
    {
        QNetworkReply *reply = bench.manager().get(bench.request(stalling(bench)));
        Watch *watch = bench.watch(reply);
        bench.wait([reply] { return reply->bytesAvailable() == 4; });
        bench.note("two", reply->read(2));
        reply->abort();
        bench.finish(watch);
        bench.wait([&bench] { return bench.demo().counters().openConnections == 0; });
    }

    void deletedEarly(Bench &bench)
    {
        const QByteArray url = stalling(bench);
        int finished = 0;
        QObject::connect(&bench.manager(), &QNetworkAccessManager::finished, &bench, [&finished] { ++finished; });
        QNetworkReply *later = bench.manager().get(bench.request(url));
        later->deleteLater();
        QNetworkReply *inSlot = bench.manager().get(bench.request(url));
        QPointer<QNetworkReply> gone = inSlot;
        QObject::connect(inSlot, &QNetworkReply::metaDataChanged, inSlot, &QObject::deleteLater);
        bench.wait([&gone] { return gone.isNull(); });
        Bench::settle();
        bench.note("finished", finished);
        bench.get("/", "after");
    }

    void managerGone(Bench &bench)
    {
        const QByteArray url = stalling(bench);
        QList<QPointer<QNetworkReply>> replies;
        int finished = 0;
        for (int i = 0; i < 5; ++i) {
            replies += bench.manager().get(bench.request(url));
            QObject::connect(replies.last(), &QNetworkReply::finished, &bench, [&finished] { ++finished; });
        }
        bench.wait([&replies] { return replies.last()->bytesAvailable() == 4; });
        bench.destroyManager();
        int left = 0;
        for (const auto &reply : replies)
            left += reply.isNull() ? 0 : 1;
        bench.note("left", left);
        bench.note("finished", finished);
        bench.wait([&bench] { return bench.demo().counters().openConnections == 0; });
    }

    void managerGoneFromASlot(Bench &bench)
    {
        bench.get("/", "first");
        QNetworkReply *reply = bench.manager().get(bench.request("/"));
        bool done = false;
        QObject::connect(
            reply, &QNetworkReply::finished, &bench,
            [&bench, &done] {
                bench.destroyManager();
                done = true;
            },
            Qt::QueuedConnection);
        bench.wait([&done] { return done; });
        bench.note("done", done ? "yes" : "no");
    }

    void deletedWhenFinished(Bench &bench)
    {
        bench.manager().setAutoDeleteReplies(true);
        QPointer<QNetworkReply> gone = bench.manager().get(bench.request("/"));
        QPointer<QNetworkReply> stays;
        QNetworkRequest request = bench.request("/");
        request.setAttribute(QNetworkRequest::AutoDeleteReplyOnFinishAttribute, false);
        stays = bench.manager().get(request);
        bench.wait([&] { return gone.isNull() && stays->isFinished(); });
        Bench::settle();
        bench.note("stays", stays.isNull() ? "no" : "yes");
    }

    void startedInSlots(Bench &bench)
    {
        // A chain: each end starts the next.
        constexpr int kLinks = 20;
        int ended = 0;
        std::function<void()> next = [&] {
            QNetworkReply *reply = bench.manager().get(bench.request("/link/" + QByteArray::number(ended)));
            QObject::connect(reply, &QNetworkReply::finished, &bench, [&, reply] {
                reply->deleteLater();
                if (++ended < kLinks)
                    next();
            });
        };
        next();
        bench.wait([&ended] { return ended == kLinks; });
        bench.note("ended", ended);
        bench.note("connections", bench.server().connections());
    }

    void nestedLoop(Bench &bench)
    {
        // As programs do that wait for one answer inside the slot of another.
        QNetworkReply *outer = bench.manager().get(bench.request(bench.demo().baseUrl() + "/big?bytes=2000000"));
        Watch *watch = bench.watch(outer);
        bool inside = false;
        QObject::connect(outer, &QNetworkReply::readyRead, &bench, [&] {
            if (std::exchange(inside, true))
                return;
            QEventLoop loop;
            QNetworkReply *inner = bench.manager().get(bench.request("/inner"));
            QObject::connect(inner, &QNetworkReply::finished, &loop, &QEventLoop::quit);
            loop.exec();
            bench.note("inner", inner->readAll());
        });
        bench.finish(watch);
    }

} // namespace

void addControlScenarios(Scenarios *out)
{
    const std::vector<Accepted> endedForGood {{"headers", "", "ended_for_good"},
                                              {"http2", "-", "ended_for_good"},
                                              {"order", kEndedOrder, "ended_for_good"},
                                              {"reason", "-", "ended_for_good"},
                                              {"status", "-", "ended_for_good"}};
    out->push_back({"control: aborted at once", abortedAtOnce, endedForGood});
    out->push_back({"control: closed at once", closedAtOnce, endedForGood});
    out->push_back({"control: aborted in slots", abortedInSlots, {}});
    out->push_back({"control: closed in slots", closedInSlots, {}});
    out->push_back({"control: aborted with data", abortedWithData, {}});
    out->push_back({"control: deleted early", deletedEarly, {}});
    out->push_back({"control: manager gone", managerGone, {}});
    out->push_back({"control: manager gone from a slot", managerGoneFromASlot, {}});
    out->push_back({"control: deleted when finished", deletedWhenFinished, {}});
    out->push_back({"control: started in slots", startedInSlots, {}});
    out->push_back({"control: nested loop", nestedLoop, {}});
}

} // namespace crawlscope::test
