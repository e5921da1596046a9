// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resultquery.h"

#include <array>

namespace crawlscope::gui {

/// A column of the results table as it is before the user changes it.
struct ResultColumn
{
    ResultField field;
    int width;
    bool visible;
};

/// Order, width and visibility until the user changes them.
inline constexpr std::array<ResultColumn, kResultFieldCount> kResultColumns {{
    {ResultField::InputLine, 68, true},   {ResultField::Status, 200, true},
    {ResultField::Url, 296, true},        {ResultField::Error, 140, true},
    {ResultField::TotalMs, 78, true},     {ResultField::WaitMs, 78, true},
    {ResultField::BodyBytes, 78, true},   {ResultField::ContentType, 180, true},
    {ResultField::Connection, 100, true}, {ResultField::Title, 260, true},
    {ResultField::State, 100, false},     {ResultField::FinalUrl, 300, false},
    {ResultField::Redirects, 80, false},  {ResultField::Attempts, 80, false},
    {ResultField::WireBytes, 80, false},  {ResultField::Truncated, 60, false},
    {ResultField::QueuedMs, 80, false},   {ResultField::DnsMs, 80, false},
    {ResultField::ConnectMs, 80, false},  {ResultField::TlsMs, 80, false},
    {ResultField::SendMs, 80, false},     {ResultField::ReceiveMs, 80, false},
    {ResultField::RemoteIp, 130, false},  {ResultField::HttpVersion, 60, false},
    {ResultField::StartedAt, 180, false}, {ResultField::Method, 80, false},
    {ResultField::Reason, 130, false},    {ResultField::ErrorDetail, 220, false},
    {ResultField::Anomalies, 240, false}, {ResultField::DuplicateOfLine, 100, false},
}};

} // namespace crawlscope::gui
