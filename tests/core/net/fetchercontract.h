// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/fetcherfixture.h"

namespace crawlscope::test {

/// What every back end does alike. Its private slots are tests of the class that inherits it. Thread: the test's.
class FetcherContract : public FetcherFixture
{
    Q_OBJECT
protected:
    using FetcherFixture::FetcherFixture;

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void good_data();
    void good();
    void requestAsAsked();
    void withoutBody_data();
    void withoutBody();
    void redirectsAreNotFollowed();
    void longRedirectBodyIsDropped();
    void caps_data();
    void caps();
    void noBodyWanted();
    void keepsLessThanItReads();
    void oneBrokenAnswerIsOneFault();
    void abortAll();
    void abortFromTheHandler();
    void destroyedWithRequests();
    void startFromTheHandler();
};

} // namespace crawlscope::test
