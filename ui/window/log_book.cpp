#include "ui/window/log_book.h"

#include <QLocale>

#include <utility>

namespace rbm {

namespace {

/// The short form has no seconds, and the long one ends in the time zone.
QString formatWithSeconds(const QLocale &locale) {
    QString format = locale.timeFormat(QLocale::ShortFormat);
    const qsizetype minutes = format.indexOf(u"mm");
    if (minutes <= 0 || format.contains(u's'))
        return format;
    return format.insert(minutes + 2, format.mid(minutes - 1, 1) + QStringLiteral("ss"));
}

} // namespace

QString LogLine::stamp() const {
    const QLocale locale;
    return kind == Kind::Day ? QString() : locale.toString(at.time(), formatWithSeconds(locale));
}

QString LogLine::whole() const {
    return kind == Kind::Day ? text : stamp() + QStringLiteral("  ") + text;
}

void LogBook::add(const QString &text, LogLine::Kind kind) {
    const QDateTime now = QDateTime::currentDateTime();
    if (now.date() != m_day) {
        m_day = now.date();
        append({LogLine::Kind::Day, now, QLocale().toString(m_day, QLocale::LongFormat)});
    }
    append({kind, now, text});
    emit added();
}

void LogBook::append(LogLine line) {
    line.text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    m_lines.push_back(std::move(line));
    if (m_lines.size() > kMostLines)
        m_lines.pop_front();
    ++m_count;
}

void LogBook::clear() {
    m_lines.clear();
    m_day = {};
    emit cleared();
}

QString LogBook::text() const {
    QString text;
    for (const LogLine &line : m_lines)
        text += line.whole() + QLatin1Char('\n');
    return text;
}

} // namespace rbm
