#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

#include <cstdint>
#include <deque>

namespace rbm {

/// A line of the log.
struct LogLine {
    enum class Kind { Day, Message, Warning };
    Kind kind = Kind::Message;
    QDateTime at;
    QString text; ///< as it was told, in the language of that moment

    /// The time of day with seconds, as the user's country writes it; empty for a Day.
    QString stamp() const;
    /// All of it, as it is copied: "14:03:22  Paused at epoch 2, update 1,500."
    QString whole() const;
};

/// What happened since the window was opened, the newest last; a day begins with a line of its
/// own. Kept in memory only, and no more than the newest kMostLines. Lives on the window's thread.
class LogBook : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kMostLines = 4000;

    using QObject::QObject;

    void add(const QString &text, LogLine::Kind kind = LogLine::Kind::Message);
    void clear();

    const std::deque<LogLine> &lines() const { return m_lines; }
    /// How many lines there ever were: those since a while ago are at the end of lines().
    std::uint64_t count() const { return m_count; }
    /// All lines, each with its line feed.
    QString text() const;

signals:
    void added();
    void cleared();

private:
    void append(LogLine line);

    std::deque<LogLine> m_lines;
    std::uint64_t m_count = 0;
    QDate m_day; ///< of the last line
};

} // namespace rbm
