#pragma once

#include <QPushButton>

namespace rbm {

/// A button that can give way: where there is no room for all of its text, that ends in an
/// ellipsis. Give it a tool tip.
class ElidedButton : public QPushButton {
    Q_OBJECT
public:
    explicit ElidedButton(const QString &text, QWidget *parent = nullptr);

    /// At first it does not.
    void setGivesWay(bool on);
    bool givesWay() const { return m_givesWay; }

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_givesWay = false;
};

} // namespace rbm
