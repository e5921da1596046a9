// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlcontroller.h"

#include "core/analysis/analysispool.h"
#include "core/crawl/crawlengine.h"
#include "core/crawl/engineoutbox.h"
#include "core/net/networkbackend.h"
#include "core/util/platform.h"
#include "core/util/workerthread.h"

#include <algorithm>

namespace crawlscope {

namespace {

    /// Requests in flight that the descriptor limit allows: a socket each, kept-alive ones beside them, a reserve for
    /// files, pipes and libraries.
    int descriptorBudget()
    {
        constexpr qint64 reserve = 128;
        const qint64 limit = platform::raiseDescriptorLimit();
        return limit <= 0 ? 0 : static_cast<int>(std::max<qint64>(8, (limit - reserve) / 2));
    }

} // namespace

/// The engine's thread and the engine of the run in it.
class CrawlController::Private
{
public:
    WorkerThread thread {QStringLiteral("crawl engine")};
    std::shared_ptr<EngineOutbox> outbox = std::make_shared<EngineOutbox>();
    bool waterfallWanted = false;
    CrawlEngine *engine = nullptr; ///< lives in `thread`; deleted there

    /// Runs `call` on the engine in its thread, later.
    template<typename Call>
    void post(Call call)
    {
        if (engine != nullptr)
            thread.post([e = engine, call] { call(*e); }); // before anything that dropEngine() posts: `e` lives
    }
    void dropEngine()
    {
        if (engine == nullptr)
            return;
        // Blocking is short: a run that ended has nothing in flight; one that has not is cancelled by its fetcher.
        thread.run([this] { delete engine; });
        engine = nullptr;
    }
};

CrawlController::CrawlController(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    qRegisterMetaType<CrawlController::State>();
}

CrawlController::~CrawlController()
{
    d->dropEngine();
}

bool CrawlController::active() const
{
    return m_state == State::Running || m_state == State::Pausing || m_state == State::Paused
        || m_state == State::Stopping;
}

void CrawlController::start(RunStart start)
{
    Q_ASSERT(!active());
    d->dropEngine();
    d->outbox = std::make_shared<EngineOutbox>(); // what an earlier run left untaken is not of this run
    if (start.recorder)
        start.recorder->setSink([outbox = d->outbox](RecordedBatch &&batch) { outbox->deliver(std::move(batch)); });
    CrawlEngine::Parts parts;
    parts.start = std::move(start);
    parts.outbox = d->outbox;
    parts.descriptorBudget = descriptorBudget();
    CrawlEngine *built = nullptr;
    d->thread.run([&built, &parts] {
        auto wake = std::make_shared<CrawlEngine *>(nullptr);
        FetchOptions options;
        options.proxy = parts.start.config.proxy;
        options.proxyTls = parts.start.config.proxyTls;
        options.insecure = parts.start.config.insecure;
        options.http2 = parts.start.config.http2;
        options.extraCaPem = parts.start.config.extraCaPem;
        parts.fetcher = makeFetchBackend(parts.start.config.backend, options);
        parts.analysis = std::make_unique<AnalysisPool>(
            [wake] { QMetaObject::invokeMethod(*wake, &CrawlEngine::takeReports, Qt::QueuedConnection); },
            parts.start.config.limits.analysisThreads);
        built = new CrawlEngine(std::move(parts));
        *wake = built; // before start(): no task, no wake-up
    });
    d->engine = built;
    connect(built, &CrawlEngine::stateChanged, this, &CrawlController::setState, Qt::QueuedConnection);
    setState(State::Running);
    d->post([wanted = d->waterfallWanted](CrawlEngine &engine) {
        engine.setWaterfallWanted(wanted);
        engine.start();
    });
}

void CrawlController::pause()
{
    d->post([](CrawlEngine &engine) { engine.pause(); });
}

void CrawlController::resume()
{
    d->post([](CrawlEngine &engine) { engine.resume(); });
}

void CrawlController::stop()
{
    d->post([](CrawlEngine &engine) { engine.stop(); });
}

void CrawlController::setLimits(const CrawlLimits &limits)
{
    d->post([limits](CrawlEngine &engine) { engine.setLimits(limits); });
}

void CrawlController::setWaterfallWanted(bool wanted)
{
    if (std::exchange(d->waterfallWanted, wanted) != wanted)
        d->post([wanted](CrawlEngine &engine) { engine.setWaterfallWanted(wanted); });
}

void CrawlController::setHostsWanted(bool /*wanted*/) { }

void CrawlController::pauseHost(const QByteArray & /*key*/) { }

void CrawlController::resumeHost(const QByteArray & /*key*/) { }

void CrawlController::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
    if (state == State::Finished || state == State::Stopped)
        Q_EMIT finished();
}

CrawlUpdate CrawlController::takeUpdate()
{
    CrawlUpdate update;
    update.rows = d->outbox->rows.takeAll();
    update.points = d->outbox->points.takeAll();
    update.events = d->outbox->events.takeAll();
    update.waterfall = d->outbox->takeWaterfall();
    if (auto snapshot = d->outbox->takeSnapshot()) {
        update.snapshot = std::move(*snapshot);
        update.hasSnapshot = true;
    }
    return update;
}

} // namespace crawlscope
