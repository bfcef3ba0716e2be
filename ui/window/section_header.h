#pragma once

#include <QIcon>
#include <QPushButton>

class QLabel;

namespace rbm {

struct Theme;

/// The title of a section that can be folded, with an arrow at the right; checked
/// while the section is open. Folded at first.
class SectionHeader : public QPushButton {
    Q_OBJECT
public:
    SectionHeader(const QString &title, QWidget *parent);

    void applyTheme(const Theme &theme);

private:
    void showArrow();

    QLabel *m_arrow;
    QIcon m_folded;
    QIcon m_unfolded;
};

} // namespace rbm
