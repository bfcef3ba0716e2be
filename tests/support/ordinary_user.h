#pragma once

#include <sys/types.h>
#include <unistd.h>

namespace rbm::test {

/// Root may read and write everything: while this lives, root has the rights of a user who owns
/// nothing, so that permissions count. Anybody else stays who they are.
class OrdinaryUser {
public:
    OrdinaryUser() {
        constexpr uid_t kNobody = 65534;
        m_changed = ::geteuid() == 0 && ::seteuid(kNobody) == 0;
    }
    OrdinaryUser(const OrdinaryUser &) = delete;
    OrdinaryUser &operator=(const OrdinaryUser &) = delete;
    ~OrdinaryUser() {
        if (m_changed && ::seteuid(0) != 0)
            ::_exit(1); // the tests that follow would mean something else
    }

private:
    bool m_changed;
};

} // namespace rbm::test
