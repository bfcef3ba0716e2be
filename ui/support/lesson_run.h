#pragma once

#include "ui/support/lesson.h"

#include <cstddef>
#include <optional>

namespace rbm {

/// Where a person stands in a lesson. Knows nothing of windows: it is told the facts and
/// says when the next step comes.
class LessonRun {
public:
    /// The lesson must outlive it.
    explicit LessonRun(const Lesson &lesson) : m_lesson(&lesson) {}

    const Lesson &lesson() const { return *m_lesson; }
    const LessonStep &step() const { return m_lesson->steps[m_at]; }
    std::size_t at() const { return m_at; } ///< from 0
    std::size_t count() const { return m_lesson->steps.size(); }
    bool isFirst() const { return m_at == 0; }
    bool isLast() const { return m_at + 1 == count(); }

    /// At an end nothing happens.
    void next() { goTo(isLast() ? m_at : m_at + 1); }
    void back() { goTo(isFirst() ? m_at : m_at - 1); }

    /// Whether the step waits for something that is still to come.
    bool isWaiting() const { return m_waiting; }
    /// Goes to the next step, and returns true, once what the step waits for has come. What
    /// holds already as the step begins is no event: then the person goes on.
    /// The facts need not tell `moreChecks`.
    bool take(LessonFacts facts);

private:
    void goTo(std::size_t at);

    const Lesson *m_lesson;
    std::size_t m_at = 0;
    bool m_waiting = false;         ///< for the condition
    std::optional<double> m_checks; ///< of the curve as the step began; none before a look
};

} // namespace rbm
