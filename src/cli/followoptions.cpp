// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/followoptions.h"

#include "cli/optionvalues.h"

#include <QCommandLineParser>

namespace crawlscope::cli {
namespace {

    using namespace Qt::Literals::StringLiterals;

    QString wrong(const QCommandLineParser &parser, const QString &name, const QString &wanted)
    {
        return u"--%1 takes %2, not '%3'"_s.arg(name, wanted, parser.value(name));
    }

    QString listName(ScopeError::List list)
    {
        switch (list) {
        case ScopeError::List::Include:
            return u"include"_s;
        case ScopeError::List::Exclude:
            return u"exclude"_s;
        case ScopeError::List::FollowInclude:
            return u"follow-include"_s;
        case ScopeError::List::FollowExclude:
            return u"follow-exclude"_s;
        }
        return {};
    }

    /// What is wrong with the expressions, as far as the command line gave them.
    QString expressionProblem(const ScopeRules &rules)
    {
        ScopeError error;
        if (UrlScope::make(
                rules, [](QByteArrayView) { return QByteArray(); }, &error))
            return {};
        const QString name = listName(error.list);
        switch (error.kind) {
        case ScopeError::Kind::TooMany:
            return u"--%1 may be given %2 times at most"_s.arg(name).arg(ScopeRules::kMostExpressions);
        case ScopeError::Kind::TooLong:
            return u"--%1: expression %2 has over %3 characters"_s.arg(name)
                .arg(error.index + 1)
                .arg(ScopeRules::kLongestExpression);
        case ScopeError::Kind::Empty:
            return u"--%1: expression %2 is empty"_s.arg(name).arg(error.index + 1);
        case ScopeError::Kind::Invalid:
            return u"--%1: expression %2, at character %3: %4"_s.arg(name)
                .arg(error.index + 1)
                .arg(error.offset + 1)
                .arg(error.detail);
        case ScopeError::Kind::DepthOutOfRange:
        case ScopeError::Kind::None:
            break;
        }
        return u"--depth takes a whole number from 0 to %1"_s.arg(ScopeRules::kMostDepth);
    }

    QString readNumbers(const QCommandLineParser &parser, FollowConfig *follow)
    {
        if (parser.isSet(u"depth"_s)) {
            const auto depth = values::wholeNumber(parser.value(u"depth"_s), 0, ScopeRules::kMostDepth);
            if (!depth)
                return wrong(parser, u"depth"_s, u"a whole number from 0 to %1"_s.arg(ScopeRules::kMostDepth));
            follow->scope.maxDepth = static_cast<int>(*depth);
        }
        if (parser.isSet(u"max-urls"_s)) {
            const auto most = values::wholeNumber(parser.value(u"max-urls"_s), 0, FollowConfig::kMostUrls);
            if (!most)
                return wrong(parser, u"max-urls"_s, u"a whole number from 0 to %1"_s.arg(FollowConfig::kMostUrls));
            follow->scope.maxUrls = static_cast<quint64>(*most);
        }
        return {};
    }

    QString readNames(const QCommandLineParser &parser, FollowConfig *follow)
    {
        if (parser.isSet(u"scope"_s)) {
            const auto area = scopeAreaFromName(parser.value(u"scope"_s).toLatin1());
            if (!area)
                return wrong(parser, u"scope"_s, u"'host', 'site', 'folder' or 'any'"_s);
            follow->scope.area = *area;
        }
        if (parser.isSet(u"nofollow"_s)
            && !parseNofollowRule(parser.value(u"nofollow"_s).toLatin1(), &follow->scope.nofollow))
            return wrong(parser, u"nofollow"_s, u"'skip', 'check' or 'ignore'"_s);
        for (const auto &[name, out] :
             {std::pair(u"outside"_s, &follow->scope.checkOutside), std::pair(u"resources"_s, &follow->resources),
              std::pair(u"sitemaps"_s, &follow->sitemaps)}) {
            if (!parser.isSet(name))
                continue;
            const auto on = values::onOff(parser.value(name));
            if (!on)
                return wrong(parser, name, u"'on' or 'off'"_s);
            *out = *on;
        }
        return {};
    }

} // namespace

const QStringList &followoptions::names()
{
    static const QStringList names {u"follow"_s,  u"depth"_s,          u"max-urls"_s,       u"scope"_s,
                                    u"outside"_s, u"nofollow"_s,       u"resources"_s,      u"include"_s,
                                    u"exclude"_s, u"follow-include"_s, u"follow-exclude"_s, u"sitemaps"_s,
                                    u"sitemap"_s};
    return names;
}

QString followoptions::read(const QCommandLineParser &parser, CrawlConfig *config)
{
    FollowConfig &follow = config->follow;
    if (parser.isSet(u"follow"_s))
        follow.enabled = true;
    for (const QString &name : names()) {
        if (!follow.enabled && parser.isSet(name))
            return u"--%1 needs --follow"_s.arg(name);
    }
    if (QString error = readNumbers(parser, &follow); !error.isEmpty())
        return error;
    if (QString error = readNames(parser, &follow); !error.isEmpty())
        return error;
    ScopeRules &scope = follow.scope;
    for (const auto &[name, out] :
         {std::pair(u"include"_s, &scope.check.include), std::pair(u"exclude"_s, &scope.check.exclude),
          std::pair(u"follow-include"_s, &scope.follow.include),
          std::pair(u"follow-exclude"_s, &scope.follow.exclude)}) {
        if (parser.isSet(name))
            *out = parser.values(name);
    }
    if (parser.isSet(u"sitemap"_s))
        follow.sitemapUrls = parser.values(u"sitemap"_s);
    if (follow.sitemapUrls.size() > FollowConfig::kMostSitemaps)
        return u"--sitemap may be given %1 times at most"_s.arg(FollowConfig::kMostSitemaps);
    if (const qsizetype bad = follow.wrongSitemap(); bad >= 0)
        return u"--sitemap takes the http or https URL of a sitemap, not '%1'"_s.arg(follow.sitemapUrls[bad]);
    return expressionProblem(scope);
}

} // namespace crawlscope::cli
