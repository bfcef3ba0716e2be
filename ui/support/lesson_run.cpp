#include "ui/support/lesson_run.h"

namespace rbm {

bool LessonRun::take(const LessonFacts &facts) {
    if (!step().goOn)
        return false;
    const bool holds = step().goOn->holds(facts);
    const bool came = holds && m_waiting;
    m_waiting = !holds;
    if (!came || isLast())
        return false;
    next();
    return true;
}

void LessonRun::goTo(std::size_t at) {
    m_at = at;
    m_waiting = false;
}

} // namespace rbm
