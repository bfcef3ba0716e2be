#include "ui/support/lesson_run.h"

#include <algorithm>

namespace rbm {

bool LessonRun::take(LessonFacts facts) {
    if (!step().goOn)
        return false;
    // Where another run began they count from there.
    m_checks = std::min(m_checks.value_or(facts.checks), facts.checks);
    facts.moreChecks = facts.checks - *m_checks;
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
    m_checks.reset();
}

} // namespace rbm
