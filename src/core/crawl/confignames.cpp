// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlconfig.h"

namespace crawlscope {

QByteArrayView hostGroupingName(HostGrouping grouping)
{
    switch (grouping) {
    case HostGrouping::Host:
        return "host";
    case HostGrouping::Domain:
        return "domain";
    case HostGrouping::Address:
        return "address";
    }
    return {};
}

bool parseHostGrouping(QByteArrayView name, HostGrouping *out)
{
    for (const HostGrouping grouping : {HostGrouping::Host, HostGrouping::Domain, HostGrouping::Address}) {
        if (name == hostGroupingName(grouping)) {
            *out = grouping;
            return true;
        }
    }
    return false;
}

QByteArrayView robotsModeName(RobotsMode mode)
{
    switch (mode) {
    case RobotsMode::Obey:
        return "obey";
    case RobotsMode::Report:
        return "report";
    case RobotsMode::Ignore:
        return "ignore";
    }
    return {};
}

bool parseRobotsMode(QByteArrayView name, RobotsMode *out)
{
    for (const RobotsMode mode : {RobotsMode::Obey, RobotsMode::Report, RobotsMode::Ignore}) {
        if (name == robotsModeName(mode)) {
            *out = mode;
            return true;
        }
    }
    return false;
}

QByteArrayView nofollowRuleName(NofollowRule rule)
{
    switch (rule) {
    case NofollowRule::Ignore:
        return "ignore";
    case NofollowRule::Check:
        return "check";
    case NofollowRule::Skip:
        return "skip";
    }
    return {};
}

bool parseNofollowRule(QByteArrayView name, NofollowRule *out)
{
    for (const NofollowRule rule : {NofollowRule::Ignore, NofollowRule::Check, NofollowRule::Skip}) {
        if (name == nofollowRuleName(rule)) {
            *out = rule;
            return true;
        }
    }
    return false;
}

} // namespace crawlscope
