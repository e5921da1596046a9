// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/reportstyle.h"

#include <QCryptographicHash>
#include <QString>

namespace crawlscope::reportstyle {

namespace {

    // Values of gui/theme/theme.cpp, where their contrast is tested.
    constexpr const char *kLight = R"(--window:#f3f4f6;--surface:#fff;--raised:#e9ecef;--border:#d3d8de;
--text:#1b2128;--muted:#59636e;--accent:#1b64c0;--success:#187a36;--redirect:#1b64c0;--client:#8a5700;--server:#c5282c;
--failed:#8c1a1a;--skipped:#626c77;--info:#0a6b8a;--a:#0068b4;--b:#c25200;--c:#00875f;--d:#a94f86;--grid:#e4e7eb;)";

    constexpr const char *kDark = R"(--window:#14171b;--surface:#1b1f25;--raised:#262b33;--border:#353c46;
--text:#e3e7ec;--muted:#9ca6b2;--accent:#5ca4f2;--success:#57c274;--redirect:#6fb1f7;--client:#e3a73c;--server:#ff8b82;
--failed:#ef5f57;--skipped:#97a1ad;--info:#52bbd9;--a:#56a9e8;--b:#f08a3c;--c:#2fbf93;--d:#d58bb5;--grid:#2a3038;)";

    constexpr const char *kPage = R"(
*{box-sizing:border-box}
body{margin:0;background:var(--window);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",
"DejaVu Sans",sans-serif;-webkit-text-size-adjust:100%}
header,main,footer{max-width:1200px;margin:0 auto;padding:0 24px}
header{padding-top:36px}
.brand{display:flex;align-items:center;gap:10px;color:var(--muted);font-weight:600;font-size:13px;letter-spacing:.02em}
.brand svg{width:24px;height:24px;flex:none}
h1{font-size:30px;line-height:1.2;margin:14px 0 6px;overflow-wrap:anywhere;letter-spacing:-.01em}
.meta{margin:0;color:var(--muted);overflow-wrap:anywhere}
.note{margin:14px 0 0;padding:10px 14px;border-left:3px solid var(--accent);background:var(--surface);border-radius:0 8px 8px 0}
h2{font-size:20px;margin:40px 0 14px;letter-spacing:-.005em}
h3{font-size:15px;margin:0;font-weight:600}
.card{background:var(--surface);border:1px solid var(--border);border-radius:10px;padding:18px 20px;margin:0 0 16px;
break-inside:avoid}
.tiles{display:flex;flex-wrap:wrap;gap:14px;margin-top:26px}
.tile{flex:1 1 220px;background:var(--surface);border:1px solid var(--border);border-radius:10px;padding:14px 16px;break-inside:avoid;
border-top:3px solid var(--border)}
.tile.ok{border-top-color:var(--success)}
.tile.bad{border-top-color:var(--server)}
.tile.time{border-top-color:var(--a)}
.tile b{display:block;font-size:26px;line-height:1.25;font-weight:600;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
.tile span{display:block;color:var(--muted);font-size:13px}
.tile .label{font-weight:600}
.grid{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:16px}
.grid .card{margin:0}
figure{margin:0}
figcaption{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:baseline;justify-content:space-between;margin-bottom:12px}
.key{display:flex;flex-wrap:wrap;gap:2px 14px;color:var(--muted);font-size:13px;margin:0;padding:0;list-style:none}
.key li{display:flex;align-items:center;gap:6px}
.key svg{width:18px;height:10px;flex:none}
.plot{display:grid;grid-template-columns:auto minmax(0,1fr);column-gap:8px;font-size:12px;color:var(--muted);
font-variant-numeric:tabular-nums}
.plot .y{display:flex;flex-direction:column;justify-content:space-between;text-align:right;margin:-8px 0;min-width:34px;
line-height:16px}
.plot .x{grid-column:2;display:flex;justify-content:space-between;margin-top:6px}
.plot svg{display:block;width:100%;height:190px;overflow:visible}
.bar{display:block;width:100%;height:14px;border-radius:4px;overflow:hidden;background:var(--raised)}
.outcome .bar{height:22px;margin-bottom:12px}
.row{display:grid;grid-template-columns:190px minmax(60px,1fr) minmax(44px,max-content);gap:0 14px;align-items:center;padding:4px 0}
.row .n{color:var(--muted)}
.grid-line{stroke:var(--grid);stroke-width:1;vector-effect:non-scaling-stroke}
.line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round;vector-effect:non-scaling-stroke}
.s-a{stroke:var(--a)}.s-b{stroke:var(--b)}.s-c{stroke:var(--c)}.s-d{stroke:var(--d)}.s-m{stroke:var(--muted)}
.dash{stroke-dasharray:7 4}.dot{stroke-dasharray:2 4}
.f-a{fill:var(--a)}.f-b{fill:var(--b)}.f-c{fill:var(--c)}.f-d{fill:var(--d)}
.f-ok{fill:var(--success)}.f-info{fill:var(--info)}.f-redirect{fill:var(--redirect)}.f-client{fill:var(--client)}
.f-server{fill:var(--server)}.f-failed{fill:var(--failed)}.f-skipped{fill:var(--skipped)}.f-left{fill:var(--border)}
.soft{opacity:.16}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px}
th{text-align:left;font-size:12px;font-weight:600;color:var(--muted);border-bottom:1px solid var(--border);padding:6px 12px 8px 0;
white-space:nowrap;vertical-align:bottom}
td{padding:7px 12px 7px 0;border-bottom:1px solid var(--grid);vertical-align:top}
tr:last-child td{border-bottom:0}
th:last-child,td:last-child{padding-right:0}
.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
th.n+th:not(.n),td.n+td:not(.n){padding-left:14px}
.u{overflow-wrap:anywhere;min-width:240px}
.nw{white-space:nowrap}
.w{overflow-wrap:anywhere;min-width:120px}
td .bar{min-width:80px;height:10px;margin-top:6px}
code{font:13px/1.45 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
.tag{display:inline-block;border-radius:999px;background:var(--raised);color:var(--muted);padding:1px 10px;
font:12px/1.6 ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.ok-text{color:var(--success)}.bad-text{color:var(--server)}.warn-text{color:var(--client)}.redirect-text{color:var(--redirect)}
.muted{color:var(--muted)}
.group{margin-bottom:16px}
.grid.top{align-items:start}
.group summary{cursor:pointer;list-style-position:inside}
.group .head>*{display:inline;margin:0 12px 0 0}
.group .head>.tag{display:inline-block}
.group p{margin:6px 0 12px;color:var(--muted)}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(250px,1fr));gap:12px 28px;margin:0}
dt{color:var(--muted);font-size:13px}
dd{margin:0;overflow-wrap:anywhere}
.card>:last-child{margin-bottom:0}
footer{padding-top:20px;padding-bottom:40px;color:var(--muted);font-size:13px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
@media (max-width:760px){
header,main,footer{padding-left:14px;padding-right:14px}
header{padding-top:22px}
h1{font-size:24px}
h2{margin-top:30px}
.grid{grid-template-columns:minmax(0,1fr)}
.tiles{gap:10px}
.tile{flex-basis:150px;padding:10px 12px}
.tile b{font-size:22px}
.card{padding:14px}
.row{grid-template-columns:minmax(0,1fr) max-content;gap:2px 10px}
.row .bar{grid-column:1/3;grid-row:2}
.plot svg{height:160px}
})";

    constexpr const char *kPrint = R"(body{background:#fff;font-size:11pt;print-color-adjust:exact;
-webkit-print-color-adjust:exact}
header,main,footer{max-width:none;padding-left:0;padding-right:0}
header{padding-top:0}
.card,.tile,figure,tr{break-inside:avoid}
.group{break-inside:auto}
h2{break-after:avoid}
.scroll{overflow:visible})";

    /// Lines joined: the text has no blanks that matter at their ends.
    QByteArray joined(QByteArray css)
    {
        return css.replace('\n', QByteArray());
    }

} // namespace

QByteArray sheet()
{
    static const QByteArray text = joined(QByteArray(":root{color-scheme:light dark;") + kLight + "}\n"
                                          + "@media (prefers-color-scheme:dark){:root{" + kDark + "}}\n" + kPage
                                          + "\n@media print{:root{color-scheme:light;" + kLight + "}" + kPrint + "}\n");
    return text;
}

QByteArray hash()
{
    return "sha256-" + QCryptographicHash::hash(sheet(), QCryptographicHash::Sha256).toBase64();
}

} // namespace crawlscope::reportstyle
