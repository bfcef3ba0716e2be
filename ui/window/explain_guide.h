#pragma once

#include "ui/support/explanations.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QWidget;

namespace rbm {

/// Finds what there is to say about the widget under the mouse or with the keyboard's focus,
/// in one window.
class ExplainGuide : public QObject {
    Q_OBJECT
public:
    explicit ExplainGuide(QWidget *window);

    /// What explains this widget: its own entry, or that of its nearest ancestor that has one.
    static const Explanation *explain(const QWidget *widget);

    /// Gives every widget that has an entry and no description of its own the entry's text as
    /// its accessible description.
    void describeAll() const;

signals:
    void explained(const rbm::Explanation &explanation);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(QWidget *widget);

    QPointer<QWidget> m_window;
    QPointer<QWidget> m_hovered;
    QTimer m_rest; ///< the mouse only passes over what lies on its way to the panel
    const Explanation *m_shown = nullptr;
};

} // namespace rbm
