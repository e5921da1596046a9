// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/gateprofile.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace crawlscope::gui::gateprofile {

using namespace Qt::Literals::StringLiterals;

namespace {

    Outcome read(const QString &path, QJsonObject *profile)
    {
        Outcome outcome;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            outcome.result = Result::CannotOpen;
            outcome.systemDetail = file.errorString();
            return outcome;
        }
        const QByteArray bytes = file.read(kMaxBytes + 1);
        if (bytes.size() > kMaxBytes) {
            outcome.result = Result::TooLarge;
            return outcome;
        }
        const QJsonDocument document = QJsonDocument::fromJson(bytes);
        if (!document.isObject())
            outcome.result = Result::NotAProfile;
        *profile = document.object();
        return outcome;
    }

} // namespace

Outcome load(const QString &path)
{
    QJsonObject profile;
    Outcome outcome = read(path, &profile);
    if (outcome.result != Result::Ok)
        return outcome;
    const QJsonValue gate = profile[u"gate"_s];
    if (gate.isObject())
        outcome.gate = Gate::parse(gate.toObject(), &outcome.problems).toJson();
    else if (!gate.isUndefined())
        outcome.problems.append(u"gate"_s);
    return outcome;
}

Outcome save(const QString &path, const QJsonObject &gate)
{
    QJsonObject profile;
    Outcome outcome;
    if (QFile::exists(path)) {
        outcome = read(path, &profile);
        if (outcome.result != Result::Ok)
            return outcome;
    }
    if (gate.isEmpty())
        profile.remove(u"gate"_s);
    else
        profile.insert(u"gate"_s, gate);
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(profile).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        outcome.result = Result::WriteFailed;
        outcome.systemDetail = file.errorString();
    }
    return outcome;
}

} // namespace crawlscope::gui::gateprofile
