"""The pages of every other kind of service: meetings, financing, policies, cultivation, projects, spaces."""
