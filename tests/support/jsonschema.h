// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace crawlscope::test {

/// As much of JSON Schema (draft 6) as the schemas of HAR use: $ref to files of one folder, type, required, properties,
/// items, oneOf, pattern, format. "min", which those schemas say where they mean "minimum", counts as that. A keyword
/// it does not know is an error, so that nothing passes unseen.
class JsonSchema
{
public:
    explicit JsonSchema(QString folder)
        : m_folder(std::move(folder))
    {
    }
    /// Everything that is wrong with `value`, each with its place.
    [[nodiscard]] QStringList errors(const QString &schemaFile, const QJsonValue &value)
    {
        m_errors.clear();
        validate(load(schemaFile), value, QStringLiteral("$"));
        return m_errors;
    }

private:
    void complain(const QString &place, const QString &what) { m_errors.append(place + QStringLiteral(": ") + what); }

    QJsonObject load(const QString &file)
    {
        const auto found = m_loaded.constFind(file);
        if (found != m_loaded.constEnd())
            return *found;
        QFile source(m_folder + u'/' + file);
        const bool ok = source.open(QIODevice::ReadOnly);
        const QJsonObject schema = QJsonDocument::fromJson(source.readAll()).object();
        if (!ok || schema.isEmpty())
            complain(file, QStringLiteral("no such schema"));
        return m_loaded[file] = schema;
    }

    static bool hasType(const QJsonValue &value, const QString &type)
    {
        if (type == QStringLiteral("integer"))
            return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
        static const QHash<QString, QJsonValue::Type> types {
            {QStringLiteral("string"), QJsonValue::String}, {QStringLiteral("number"), QJsonValue::Double},
            {QStringLiteral("boolean"), QJsonValue::Bool},  {QStringLiteral("array"), QJsonValue::Array},
            {QStringLiteral("object"), QJsonValue::Object}, {QStringLiteral("null"), QJsonValue::Null},
        };
        return types.value(type, QJsonValue::Undefined) == value.type();
    }

    static bool hasFormat(const QString &text, const QString &format)
    {
        const QHostAddress address(text);
        if (format == QStringLiteral("ipv4"))
            return address.protocol() == QAbstractSocket::IPv4Protocol && text.count(u'.') == 3;
        if (format == QStringLiteral("ipv6"))
            return address.protocol() == QAbstractSocket::IPv6Protocol && !text.contains(u'%');
        if (format == QStringLiteral("date-time"))
            return QDateTime::fromString(text, Qt::ISODateWithMs).isValid() && text.contains(u'T')
                && (text.endsWith(u'Z') || text.contains(u'+'));
        if (format == QStringLiteral("uri"))
            return QUrl(text, QUrl::StrictMode).isValid() && !QUrl(text).isRelative();
        return false;
    }

    void validateOneOf(const QJsonArray &choices, const QJsonValue &value, const QString &place)
    {
        int fitting = 0;
        const QStringList before = m_errors;
        for (const QJsonValue &choice : choices) {
            m_errors.clear();
            validate(choice.toObject(), value, place);
            fitting += m_errors.isEmpty() ? 1 : 0;
        }
        m_errors = before;
        if (fitting != 1)
            complain(place, QStringLiteral("fits %1 of the choices, not one").arg(fitting));
    }

    void validateObject(const QJsonObject &schema, const QJsonObject &value, const QString &place)
    {
        for (const QJsonValue &name : schema[QStringLiteral("required")].toArray()) {
            if (!value.contains(name.toString()))
                complain(place, name.toString() + QStringLiteral(" is missing"));
        }
        const QJsonObject properties = schema[QStringLiteral("properties")].toObject();
        for (auto it = value.begin(); it != value.end(); ++it) {
            if (properties.contains(it.key()))
                validate(properties[it.key()].toObject(), it.value(), place + u'.' + it.key());
            else if (!it.key().startsWith(u'_')) // HAR 1.2: names of one's own begin with "_"
                complain(place, it.key() + QStringLiteral(" is no field of HAR"));
        }
    }

    void validateValue(const QString &keyword, const QJsonValue &rule, const QJsonValue &value, const QString &place)
    {
        if (keyword == QStringLiteral("type")) {
            const QJsonArray types = rule.isArray() ? rule.toArray() : QJsonArray {rule};
            if (std::none_of(types.begin(), types.end(),
                             [&value](const QJsonValue &type) { return hasType(value, type.toString()); }))
                complain(place, QStringLiteral("is of the wrong type"));
        } else if (keyword == QStringLiteral("pattern")) {
            if (value.isString() && !QRegularExpression(rule.toString()).match(value.toString()).hasMatch())
                complain(place, QStringLiteral("does not match: ") + value.toString());
        } else if (keyword == QStringLiteral("format")) {
            if (value.isString() && !hasFormat(value.toString(), rule.toString()))
                complain(place, QStringLiteral("is no %1: %2").arg(rule.toString(), value.toString()));
        } else if (keyword == QStringLiteral("min")) {
            if (value.isDouble() && value.toDouble() < rule.toDouble())
                complain(place, QStringLiteral("is too small"));
        } else if (keyword == QStringLiteral("items")) {
            for (qsizetype i = 0; i < value.toArray().size(); ++i)
                validate(rule.toObject(), value.toArray().at(i), QStringLiteral("%1[%2]").arg(place).arg(i));
        } else if (keyword == QStringLiteral("oneOf")) {
            validateOneOf(rule.toArray(), value, place);
        } else {
            complain(place, QStringLiteral("unknown keyword ") + keyword);
        }
    }

    void validate(const QJsonObject &schema, const QJsonValue &value, const QString &place)
    {
        static const QSet<QString> silent {QStringLiteral("$id"), QStringLiteral("$schema"), QStringLiteral("optional"),
                                           QStringLiteral("required"), QStringLiteral("properties")};
        if (schema.contains(QStringLiteral("$ref")))
            return validate(load(schema[QStringLiteral("$ref")].toString().remove(u'#')), value, place);
        if (value.isObject())
            validateObject(schema, value.toObject(), place);
        for (auto it = schema.begin(); it != schema.end(); ++it) {
            if (!silent.contains(it.key()))
                validateValue(it.key(), it.value(), value, place);
        }
    }

    QString m_folder;
    QHash<QString, QJsonObject> m_loaded;
    QStringList m_errors;
};

} // namespace crawlscope::test
